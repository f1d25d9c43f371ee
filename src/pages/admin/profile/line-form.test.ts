import { expect, test } from 'vitest'
import type { ProfileLine } from '#contract/units/profile'
import { checkLine, formOf, shownWords, type LineForm } from './line-form'

const today = '2026-11-27'
const people: ProfileLine = { id: 'people', name: '常住人口', unit: '人', own: false, value: { kind: 'number', hundredths: 320_000, few: false }, asOf: '2026-11-01', rev: 2, history: [] }
const own = (part: Partial<LineForm>) => checkLine({ ...formOf({ ownId: 'own-1' }, today), name: '便民点', ...part }, { ownId: 'own-1' }, 'yuyin')

test('what stands is what one begins with, but for a number that nobody is told', () => {
  expect(formOf({ line: people }, today)).toMatchObject({ number: '3200', unit: '人', kind: 'number', asOf: today })
  expect(formOf({ line: { ...people, value: { kind: 'number', hundredths: null, few: true } } }, today).number).toBe('')
})

test('each kind is sent as it is, a standard line without a name of its own', () => {
  expect(checkLine({ ...formOf({ line: people }, today), number: '3300' }, { line: people }, 'yuyin')).toEqual({ ok: true, said: { unitId: 'yuyin', lineId: 'people', rev: 2, value: { kind: 'number', hundredths: 330_000 }, asOf: today } })
  expect(own({ number: '3', unit: '处' })).toMatchObject({ ok: true, said: { lineId: 'own-1', rev: 0, own: { name: '便民点', unit: '处' } } })
  expect(own({ kind: 'list', items: '活动室\n 小广场、长廊\n' })).toMatchObject({ ok: true, said: { value: { items: ['活动室', '小广场', '长廊'] } } })
})

test.each<[Partial<LineForm>, RegExp]>([
  [{ number: '三' }, /请填一个数/], [{ number: '3', name: ' ' }, /请填写名称/], [{ kind: 'list', items: ' \n' }, /至少写一条/], [{ kind: 'list', items: '长'.repeat(41) }, /最多 40/], [{ kind: 'text' }, /请写几句/], [{ kind: 'percent', part: 'people', whole: 'people' }, /请选两个数/],
])('%j is to be mended', (part, sentence) => expect(own(part)).toMatchObject({ ok: false, wrong: expect.stringMatching(sentence) as unknown }))

test('few, not to be said, and computed', () => {
  expect(shownWords({ kind: 'number', hundredths: null, few: true }, '人')).toBe('不足10 人')
  expect(shownWords({ kind: 'percent', part: 'a', whole: 'b', hundredths: 2567, why: null }, null)).toBe('25.67%')
  expect(shownWords({ kind: 'percent', part: 'a', whole: 'b', hundredths: null, why: 'few' }, null)).toBe('人数太少，不显示')
  expect(shownWords({ kind: 'date', on: '2003-06-01' }, null)).toBe('2003年6月1日')
})
