/** Marks that nothing else makes up for in a quiet month: a session that begins, a class whose first evening is taken back, and what is asked for again while it is counted. */
import { expect, test } from 'vitest'
import { keepTotals } from '../../cloudfunctions/_shared/keeping/keep-totals'
import { keepHeadcount, undoHeadcount } from '../../cloudfunctions/_shared/records/counts'
import { eventRecord, type EventRecord } from '../../cloudfunctions/_shared/records/events'
import { headcountRecord } from '../../cloudfunctions/_shared/records/facts'
import { askMonths, closeMonth, openMonths } from '../../cloudfunctions/_shared/records/month-marks'
import { askRooms, closeRooms, keepRoom, openRooms } from '../../cloudfunctions/_shared/records/session-rooms'
import { findUnitWithChildren, unitRecord } from '../../cloudfunctions/_shared/records/units'
import { keptTotals } from '../../cloudfunctions/totals/kept-totals'
import { withCloud } from './with-cloud'

const R = unitRecord(null, { id: 'quiet', name: '社区', level: 'community', order: 1 })
const at = '2026-09-10T10:00:00.000Z'
const clocks = { device: at, offsetMs: 0, received: at }
const published = (id: string, kind: EventRecord['kind'], starts: readonly string[]): EventRecord => ({
  ...eventRecord(R, { id, kind, title: '活动', placeName: '活动室', organisers: [], programme: [], partyLimit: 6, countOnly: false, sessions: starts.map((startsAt) => ({ startsAt, endsAt: startsAt })) }, { by: 'p', at }),
  status: 'published', publishedAt: at,
})
const count = (event: EventRecord, session: number, recordId: string) =>
  keepHeadcount(headcountRecord(event, event.sessions[session]!, { recordId, people: 12, softness: 'exact', area: null, at, source: 'tap', by: 'p', clocks }), { open: true, ahead: null })
async function kept(now: string, month: string): Promise<Record<string, number | null>> {
  expect(await keepTotals(Date.parse(now), () => false)).toBe(true)
  const totals = await keptTotals((await findUnitWithChildren(R._id, month, month))!, month)
  return Object.fromEntries(totals!.figures.map(({ name, value }) => [name, value]))
}

test('what was counted before a session begins counts from its beginning on; a class opens in the month of the first evening that stands', () => withCloud(async (cloud) => {
  const [talk, course] = [published('talk', 'talk', ['2026-10-25T10:00:00.000Z']), published('course', 'training_class', ['2026-09-10T10:00:00.000Z', '2026-10-10T10:00:00.000Z'])]
  cloud.db.insertMany('units', [R])
  cloud.db.insertMany('events', [talk, course])
  await count(course, 0, 'record-of-the-first')
  await count(course, 1, 'record-of-the-second')
  await count(talk, 0, 'record-of-the-talk')
  expect(await kept('2026-10-25T09:30:00.000Z', '2026-10')).toEqual({ training_class_sessions: 1, training_class_attendances: 12 })
  expect(await kept('2026-10-25T10:30:00.000Z', '2026-10')).toEqual({ talk_held: 1, talk_attendances: 12, training_class_sessions: 1, training_class_attendances: 12 })
  expect(await undoHeadcount(course, course.sessions[0]!, 'record-of-the-first', { at, by: 'p', clocks }, { at, ahead: null })).toBe('counted')
  expect(await kept('2026-10-25T10:31:00.000Z', '2026-10')).toEqual({ talk_held: 1, talk_attendances: 12, training_class_held: 1, training_class_sessions: 1, training_class_attendances: 12 })
}))

test('what is asked for again while it is counted stays open: a month, and a session', () => withCloud(async () => {
  await askMonths([{ root: R._id, month: '2026-10' }])
  const [read] = await openMonths(10)
  await askMonths([{ root: R._id, month: '2026-10' }])
  await closeMonth(read!)
  expect(await openMonths(10)).toMatchObject([{ asked: 2, open: true }])
  await closeMonth((await openMonths(10))[0]!)
  expect(await openMonths(10)).toEqual([])

  await askRooms([{ _id: 'session', eventId: 'event' }])
  const [room] = await openRooms(10)
  await askRooms([{ _id: 'session', eventId: 'event' }])
  await keepRoom(room!, null, 'run')
  await closeRooms(['session'])
  expect(await openRooms(10)).toMatchObject([{ asked: 2, open: true }])
  await keepRoom((await openRooms(10))[0]!, null, 'run')
  await closeRooms(['session'])
  expect(await openRooms(10)).toEqual([])
}))
