import { expect, test } from 'vitest'
import type { EventDetail, SessionView } from '#contract/events/event'
import { checkChange, formOf } from './change-form'

const session: SessionView = { id: 'e-s1', on: '2026-11-28', startsAt: '2026-11-28T11:00:00.000Z', endsAt: '2026-11-28T12:30:00.000Z', capacity: 30, left: 10 }
const event = { id: 'e', version: 4, placeName: '社区活动室', placeNote: '东门', sessions: [session] } as unknown as EventDetail
const recordId = 'record-of-the-change-1'
const check = (more: object) => checkChange({ ...formOf(event, session), ...more }, event, session, recordId)

test('only what became another one is sent, and what people hear of is said beforehand', () => {
  expect(check({})).toMatchObject({ ok: true, isSame: true, input: { recordId, eventId: 'e' } })
  expect(check({ placeName: '二楼大厅', placeNote: ' ' })).toEqual({ ok: true, isSame: false, fewer: false, tells: ['place'], input: { recordId, eventId: 'e', seen: 4, placeName: '二楼大厅', placeNote: null } })
  expect(check({ bring: '水杯' })).toMatchObject({ tells: [], isSame: false, input: { bring: '水杯' } })
  expect(check({ on: '2026-11-29', endsAt: '00:30' })).toMatchObject({ tells: ['time'], input: { sessions: [{ id: 'e-s1', startsAt: '2026-11-29T11:00:00.000Z', endsAt: '2026-11-29T16:30:00.000Z' }] } })
})

test('fewer places than are taken is said; what cannot be stands at its field', () => {
  expect(check({ capacity: '19' })).toMatchObject({ ok: true, fewer: true, tells: [], input: { sessions: [{ id: 'e-s1', capacity: 19 }] } })
  expect(check({ capacity: '20' })).toMatchObject({ fewer: false })
  expect(check({ capacity: '', placeName: '' })).toEqual({ ok: false, errors: { placeName: '请填写地点', capacity: '名额要填整数' } })
})
