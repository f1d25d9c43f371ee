/** Who left more than a day ago goes out of the seat book; whoever may still be sending stays. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { register } from '../../contract/registrations/register'
import type { RegistrationRecord } from '../_shared/records/registrations'
import type { SeatBookRecord } from '../_shared/records/seat-books'
import { newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
let prune: typeof import('./prune-spent').pruneSpent
const today = Date.parse('2026-11-27T10:25:00.000Z')
const dayLater = today + 24 * 3_600_000 + 600_000

beforeAll(async () => {
  world = await openEvening()
  // Inside this process, to hold a view of the book that is out of date.
  Object.assign(process.env, world.cloud.env())
  prune = (await import('./prune-spent')).pruneSpent
})
afterAll(() => world.stop())

const bookOf = (eventId: string) => world.cloud.db.find('seat-books', { _id: eventId })[0] as unknown as SeatBookRecord
const writtenOf = (eventId: string) => new Map((world.cloud.db.find('registrations', { eventId }) as unknown as RegistrationRecord[]).map((one) => [one.personKey, one]))
const registers = async (who: 'zhang' | 'li', eventId: string) => valueOf(await world.call(who, register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨' }))
const cancels = async (who: 'zhang' | 'li', eventId: string) => valueOf(await world.call(who, cancelRegistration, world.shown(who, eventId)))

async function left(): Promise<string> {
  const eventId = await world.publish({ sessions: [session(5)] })
  await registers('zhang', eventId)
  await cancels('zhang', eventId)
  return eventId
}

test('whoever left is kept for a day, then goes; a repeat of the sweep changes nothing', async () => {
  const eventId = await left()
  const before = bookOf(eventId)
  expect(Object.keys(before.spent)).toEqual(['p-zhang'])
  await prune(before, writtenOf(eventId), today, 0)
  expect(bookOf(eventId)).toEqual(before)
  for (let n = 0; n < 2; n += 1) await prune(before, writtenOf(eventId), dayLater, 0)
  expect(bookOf(eventId)).toEqual({ ...before, spent: {} })
})

test('a few who left are kept for good', async () => {
  const eventId = await left()
  await prune(bookOf(eventId), writtenOf(eventId), dayLater)
  expect(Object.keys(bookOf(eventId).spent)).toEqual(['p-zhang'])
})

test('whoever came back keeps theirs, and so does whoever is in the book by now', async () => {
  const eventId = await left()
  const [before, written] = [bookOf(eventId), writtenOf(eventId)]
  await registers('zhang', eventId)
  // As the book and the documents were read before, and as they are.
  await prune(before, written, dayLater, 0)
  await prune(bookOf(eventId), writtenOf(eventId), dayLater, 0)
  await prune(bookOf(eventId), written, dayLater, 0)
  expect(bookOf(eventId).spent).toEqual(before.spent)
})

test('whoever took and gave back places again since, of which the document does not say so yet, keeps theirs', async () => {
  const eventId = await left()
  const written = writtenOf(eventId)
  await registers('zhang', eventId)
  await cancels('zhang', eventId)
  const before = bookOf(eventId)
  expect(before.spent['p-zhang']).toHaveLength(2)
  await prune(before, written, dayLater, 0)
  expect(bookOf(eventId)).toEqual(before)
})

test('of two who left, one today: only the other goes', async () => {
  const eventId = await left()
  await registers('li', eventId)
  await cancels('li', eventId)
  world.cloud.db.update('registrations', { _id: `${eventId}:p-li` }, { $set: { cancelledAt: new Date(dayLater - 60_000).toISOString() } })
  await prune(bookOf(eventId), writtenOf(eventId), dayLater, 0)
  expect(Object.keys(bookOf(eventId).spent)).toEqual(['p-li'])
})
