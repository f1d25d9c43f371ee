import { expect, test } from 'vitest'
import { checkForm, emptyForm, nobodyIsNamed } from './event-form'

const filled = { ...emptyForm('2026-11-27'), title: '说说停车的事', placeName: '活动室' }
const check = (over: Partial<typeof filled>) => checkForm({ ...filled, ...over }, { id: 'yuyin', name: '榆荫社区' }, 'abcdefghijklmnop')

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
test('what is written in lines and lists becomes organisers, programme, questions and a deadline', () => {
  const checked = check({
    bring: '水杯', coHosts: '文化站、卫生服务站', programme: '花好月圆，民乐合奏，民乐小组\n打猪草', cancel: 'evening-before',
    questions: [{ text: '午餐', kind: 'choice', options: '素食、不限', required: true }, { text: '想听什么', kind: 'text', options: '没用上', required: false }],
  })
  expect(checked).toMatchObject({ ok: true, input: {
    bring: '水杯', organisers: [{ part: '主办', name: '榆荫社区' }, { part: '协办', name: '文化站' }, { part: '协办', name: '卫生服务站' }],
    programme: [{ title: '花好月圆', form: '民乐合奏', performers: '民乐小组' }, { title: '打猪草' }], cancelUntil: '2026-12-03T12:00:00.000Z',
    questions: [{ id: 'q1', text: '午餐', kind: 'choice', options: ['素食', '不限'], required: true }, { id: 'q2', text: '想听什么', kind: 'text', required: false }],
  } })
  expect(checked.ok && checked.input).not.toHaveProperty('placeNote')
})
test('a question that is not finished, or asks what nobody may ask, says so at itself', () => {
  const question = { text: '午餐', kind: 'choice' as const, options: '素食', required: false }
  expect(check({ questions: [question, { ...question, kind: 'text', text: '' }, { ...question, kind: 'text', text: '请填写民族' }] })).toEqual({
    ok: false, errors: { question0: '选项至少两个', question1: '请填写问题', question2: expect.stringContaining('民族') as string },
  })
})
test('an item of the programme that is too long says so at the programme', () => {
  expect(check({ programme: '长'.repeat(41) })).toEqual({ ok: false, errors: { programme: '节目名称最多 40 个字' } })
})
test('at a free clinic nobody is named and no places are given, whatever stands in the fields', () => {
  expect(nobodyIsNamed({ ...filled, kind: 'free_clinic' })).toBe(true)
  const checked = check({ kind: 'free_clinic', capacity: 'abc' })
  expect(checked).toMatchObject({ ok: true, input: { countOnly: true } })
  expect(checked.ok && checked.input.sessions[0]).not.toHaveProperty('capacity')
})
