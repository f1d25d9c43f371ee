import { expect, test } from 'vitest'
import { checkForm, emptyForm, nobodyIsNamed } from './event-form'

const filled = { ...emptyForm('2026-11-27'), title: '说说停车的事', placeName: '活动室' }
const check = (over: Partial<typeof filled>) => checkForm({ ...filled, ...over }, 'yuyin', 'abcdefghijklmnop')

test('a filled form becomes a draft with one session in Shanghai time', () => {
  const checked = check({})
  expect(checked).toMatchObject({ ok: true, input: { hostUnitId: 'yuyin', partyLimit: 6, sessions: [{ startsAt: '2026-12-04T06:30:00.000Z', endsAt: '2026-12-04T08:00:00.000Z', capacity: 30 }] } })
})
test('each field that is wrong says so in Chinese, at the field', () => {
  const checked = check({ title: ' ', placeName: '', capacity: 'abc', partyLimit: '21' })
  expect(checked).toEqual({ ok: false, errors: { title: '请填写活动名称', placeName: '请填写地点', capacity: '名额要填整数', partyLimit: '一行人数最多 20' } })
})
test('an evening that ends after midnight ends on the next day', () => {
  const checked = check({ startsAt: '22:30', endsAt: '00:30' })
  expect(checked).toMatchObject({ ok: true, input: { sessions: [{ startsAt: '2026-12-04T14:30:00.000Z', endsAt: '2026-12-04T16:30:00.000Z' }] } })
})
test('at a free clinic nobody is named and no places are given, whatever stands in the fields', () => {
  expect(nobodyIsNamed({ ...filled, kind: 'free_clinic' })).toBe(true)
  const checked = check({ kind: 'free_clinic', capacity: 'abc' })
  expect(checked).toMatchObject({ ok: true, input: { countOnly: true } })
  expect(checked.ok && checked.input.sessions[0]).not.toHaveProperty('capacity')
})
