import { expect, test } from 'vitest'
import { groupSentence } from './group-sentence'

const evening = { title: '戏曲晚会', startsAt: '2026-11-27T11:00:00.000Z', placeName: '榆荫社区活动室' }

test('what, when, where, and how many came', () => {
  expect(groupSentence({ ...evening, arrived: '43' })).toBe('戏曲晚会，11月27日，榆荫社区活动室，到场 43 人次')
  expect(groupSentence({ ...evening, arrived: '约40' })).toBe('戏曲晚会，11月27日，榆荫社区活动室，到场 约40 人次')
})

test('nothing is said of how many where nobody counted', () => {
  expect(groupSentence({ ...evening, arrived: null })).toBe('戏曲晚会，11月27日，榆荫社区活动室')
})

test('the day is the one in Shanghai', () => {
  expect(groupSentence({ ...evening, startsAt: '2026-11-27T16:30:00.000Z', arrived: null })).toContain('11月28日')
})
