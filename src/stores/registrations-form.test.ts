import { describe, expect, test, vi } from 'vitest'
import type { Question } from '#contract/events/questions'
import { checkForm, formOf, useRegisterForms, type RegisterForm } from './registrations-form'

vi.mock('../platform/drawer', () => ({ takeOut: () => undefined, putAway: () => undefined, empty: () => undefined }))

const questions: Question[] = [
  { id: 'q1', text: '要轮椅位吗', kind: 'choice', options: ['要', '不要'], required: true },
  { id: 'q2', text: '想问医生什么', kind: 'text', required: false },
  { id: 'q3', text: '带几把椅子', kind: 'number', required: false },
  { id: 'q4', text: '家里人的电话', kind: 'phone', required: false },
]
const event = { id: 'e', questions, waiting: false }
const known = { callName: '张阿姨', building: '3号楼', answers: { q1: '不要' } }
const faces = [{ personKey: 'f-wang', callName: '王奶奶', building: '2号楼' }]
const blank = formOf({}, 'e')
const check = (over: Partial<RegisterForm>, more = known) => checkForm({ ...blank, ...over }, event, ['e-s1'], more, faces)

test('who is known and has answered before has nothing to type', () => {
  expect(check({})).toEqual({ ok: true, personKey: null, newFace: null, wish: { eventId: 'e', sessionIds: ['e-s1'], partySize: 1, children: 0, callName: '张阿姨', building: '3号楼', answers: { q1: '不要' } } })
})

test('children are counted with the party and named nowhere', () => {
  expect(check({ adults: 2, children: 1 })).toMatchObject({ ok: true, wish: { partySize: 3, children: 1 } })
})

test('what is missing or wrong is said at its field, all at once', () => {
  const wrong = check({ callName: ' ', phone: '12', answers: { q1: '', q3: '两把', q4: '139' } })
  expect(wrong).toEqual({ ok: false, wrong: { callName: '请填写称呼', phone: expect.stringContaining('11 位') as string, q1: '请选一个', q3: '这个数要填整数', q4: expect.stringContaining('11 位') as string } })
})

test.each([['q2', '请填写民族'], ['q2', '11010519491231002X']] as const)('an answer may not tell what nobody may know: %s %s', (id, typed) => {
  expect(check({ answers: { q1: '要', [id]: typed } })).toMatchObject({ ok: false, wrong: { [id]: expect.any(String) as string } })
})

describe('a neighbour', () => {
  test('who was added before is named by their key, and her own answers are not theirs', () => {
    expect(check({ who: 'neighbour', face: 'f-wang' })).toEqual({ ok: false, wrong: { q1: '请选一个' } })
    expect(check({ who: 'neighbour', face: 'f-wang', answers: { q1: '要' } })).toMatchObject({ ok: true, personKey: 'f-wang', newFace: null, wish: { callName: '王奶奶', building: '2号楼' } })
  })
  test('typed now is to be added first', () => {
    expect(check({ who: 'neighbour', face: 'new', faceName: '李爷爷', answers: { q1: '要' } })).toMatchObject({ ok: true, personKey: null, newFace: { callName: '李爷爷' }, wish: { callName: '李爷爷' } })
    expect(check({ who: 'neighbour', face: 'new', answers: { q1: '要' } })).toMatchObject({ ok: false, wrong: { faceName: '请填写称呼' } })
  })
  test('has to be chosen', () => expect(check({ who: 'neighbour', answers: { q1: '要' } })).toMatchObject({ ok: false, wrong: { face: '请选一位邻居' } }))
})

test('what was typed for one event stays until it is cleared, and is no other event\'s', () => {
  const { change, clear } = useRegisterForms.getState()
  change('e', { callName: '张大姐' })
  change('e', { children: 2 })
  expect(formOf(useRegisterForms.getState().forms, 'e')).toMatchObject({ callName: '张大姐', children: 2 })
  expect(formOf(useRegisterForms.getState().forms, 'other').callName).toBeNull()
  clear('e')
  expect(formOf(useRegisterForms.getState().forms, 'e')).toEqual(blank)
})
