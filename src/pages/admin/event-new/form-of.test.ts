import { expect, test } from 'vitest'
import type { EventDetail } from '#contract/events/event'
import { checkForm } from './check-form'
import { formOf, nextLike } from './form-of'

const session = (n: number, on: string) => ({ id: `e-s${n}`, on, startsAt: `${on}T11:00:00.000Z`, endsAt: `${on}T12:30:00.000Z`, capacity: 20, left: 20 })
const event: EventDetail = {
  id: 'e', kind: 'training_class', title: '书法班', placeName: '文化站', placeNote: '二楼', bring: '毛笔', hostUnit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, status: 'draft', countOnly: false,
  sessions: [session(1, '2026-10-02'), session(2, '2026-10-09'), session(3, '2026-10-17')], waiting: false, mine: null, cancelUntil: '2026-10-01T12:00:00.000Z', point: { latitude: 30.5, longitude: 114.3 },
  questions: [{ id: 'q1', text: '写过吗', kind: 'choice', options: ['写过', '没写过'], required: true }], neighbours: [], cancelReason: null,
  organisers: [{ part: '主办', name: '榆荫社区' }, { part: '协办', name: '文化站' }, { part: '协办', name: '学校' }], programme: [{ title: '开笔', form: '讲座', performers: '李老师，王老师' }],
  partyLimit: 2, opensAt: '2026-09-20T01:00:00.000Z', closesAt: '2026-09-30T12:00:00.000Z', campaignId: 'month', version: 3, lastChange: null,
}
const plan = (form: Parameters<typeof checkForm>[0]) => {
  const checked = checkForm(form, event.hostUnit, 'abcdefghijklmnop')
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors))
  return checked.input
}

test('a draft opened and saved again is the same plan, to the letter', () => {
  expect(plan(formOf(event, '2026-11-27'))).toEqual({
    recordId: 'abcdefghijklmnop', kind: event.kind, title: event.title, hostUnitId: 'yuyin', placeName: '文化站', placeNote: '二楼', bring: '毛笔', organisers: event.organisers, programme: event.programme,
    sessions: event.sessions.map(({ startsAt, endsAt, capacity }) => ({ startsAt, endsAt, capacity })), partyLimit: 2, countOnly: false, opensAt: event.opensAt, closesAt: event.closesAt,
    cancelUntil: event.cancelUntil, point: event.point, questions: event.questions, campaignId: 'month',
  })
})
test('a deadline that no choice gives is kept', () => {
  const odd = { ...event, cancelUntil: '2026-09-30T03:15:00.000Z' }
  expect(formOf(odd, '2026-11-27')).toMatchObject({ cancel: 'kept', cancelAt: odd.cancelUntil })
  expect(plan(formOf(odd, '2026-11-27'))).toMatchObject({ cancelUntil: odd.cancelUntil })
})
test('the next one like it falls on the same day of a week to come, its series and window with it, and is of no campaign yet', () => {
  const next = plan(nextLike(event, '2026-11-27'))
  expect(next.sessions.map(({ startsAt }) => startsAt)).toEqual(['2026-12-04T11:00:00.000Z', '2026-12-11T11:00:00.000Z', '2026-12-19T11:00:00.000Z'])
  expect(next).toMatchObject({ title: '书法班', opensAt: '2026-11-22T01:00:00.000Z', closesAt: '2026-12-02T12:00:00.000Z', cancelUntil: '2026-12-03T12:00:00.000Z' })
  expect(next).not.toHaveProperty('campaignId')
})
test('of one that is still to come, the next is a week later', () => {
  expect(nextLike(event, '2026-09-01').on).toBe('2026-10-09')
})
