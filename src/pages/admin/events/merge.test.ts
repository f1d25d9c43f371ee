import { expect, test } from 'vitest'
import { mergedWith } from './merge'

const base = { title: '讲座', place: '活动室', days: ['1', '2'], bring: '' }

test('each keeps what only they changed; where both did, mine stands and it is said', () => {
  const mine = { ...base, title: '防骗讲座', bring: '水杯' }
  const now = { ...base, place: '二楼', days: ['1', '3'], bring: '笔' }
  expect(mergedWith(base, mine, now)).toEqual({ form: { title: '防骗讲座', place: '二楼', days: ['1', '3'], bring: '水杯' }, theirs: ['place', 'days'], both: ['bring'] })
})
test('the same words from both are no conflict, and where nothing else changed all of mine stands', () => {
  const mine = { ...base, bring: '水杯' }
  expect(mergedWith(base, mine, { ...base, bring: '水杯' })).toEqual({ form: mine, theirs: [], both: [] })
  expect(mergedWith(base, mine, base)).toEqual({ form: mine, theirs: [], both: [] })
})
