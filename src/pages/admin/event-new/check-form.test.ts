import { expect, test } from 'vitest'
import { checkForm, pointIn } from './check-form'
import { emptyForm, nobodyIsNamed } from './event-form'

const filled = { ...emptyForm('2026-11-27'), title: '说说停车的事', placeName: '活动室' }
const check = (over: Partial<typeof filled>) => checkForm({ ...filled, ...over }, { id: 'yuyin', name: '榆荫社区' }, 'abcdefghijklmnop')

test('a filled form becomes a draft with one session in Shanghai time', () => {
  const checked = check({})
  expect(checked).toMatchObject({ ok: true, input: { hostUnitId: 'yuyin', partyLimit: 2, sessions: [{ startsAt: '2026-12-04T06:30:00.000Z', endsAt: '2026-12-04T08:00:00.000Z', capacity: 30 }] } })
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

test('every Friday in October is five sessions, each in Shanghai time and with its own places', () => {
  const checked = check({ on: '2026-10-02', repeat: 'weekly', until: '2026-10-31', startsAt: '19:00', endsAt: '20:30', capacity: '20' })
  expect(checked.ok && checked.input.sessions.map(({ startsAt }) => startsAt)).toEqual(['02', '09', '16', '23', '30'].map((day) => `2026-10-${day}T11:00:00.000Z`))
  expect(checked.ok && checked.input.sessions.every(({ capacity }) => capacity === 20)).toBe(true)
})
test('more sessions than an event can have are said at the days', () => {
  expect(check({ on: '2026-01-02', repeat: 'weekly', until: '2027-12-31' })).toEqual({ ok: false, errors: { sessions: '一个活动最多 60 场' } })
})
test('a registration window, a point on the map and organisers of all four parts', () => {
  const checked = check({ opens: 'at', opensOn: '2026-11-28', opensTime: '09:00', closes: 'at', closesOn: '2026-12-03', closesTime: '20:00', point: '30.5928，114.3055', hosts: '榆荫社区、文化站', undertakers: '舞蹈队', supporters: '物业' })
  expect(checked).toMatchObject({ ok: true, input: {
    opensAt: '2026-11-28T01:00:00.000Z', closesAt: '2026-12-03T12:00:00.000Z', point: { latitude: 30.5928, longitude: 114.3055 },
    organisers: [{ part: '主办', name: '榆荫社区' }, { part: '主办', name: '文化站' }, { part: '承办', name: '舞蹈队' }, { part: '支持', name: '物业' }],
  } })
})
test.each([['30.5928，114.3055', { latitude: 30.5928, longitude: 114.3055 }], ['３０ 114.5', { latitude: 30, longitude: 114.5 }], ['东门', null], ['30.5', null], ['30.5,114.3,7', null]])('%s on a map', (typed, point) => {
  expect(pointIn(typed)).toEqual(point)
})
test('a point that is none, or is not here, says how it is written', () => {
  for (const point of ['东门', '114.3，30.5']) expect(check({ point })).toEqual({ ok: false, errors: { point: '写成两个数，先纬度后经度，例如 30.5928，114.3055' } })
})
