/** What becomes of an event after it was published, and who has to hear of it. The event is changed first; its book and the notices follow. */
import { command } from '../cloud'
import type { EventPlan } from '../rules/event-change'
import { events, type EventChange, type EventRecord } from './events'
import { attendance, headcounts, walkIns } from './facts'
import type { Transaction } from './transaction'

const mostKept = 20

/** The change of a called-off event that everybody is told of. */
export const callingOff = 'cancelled'

/** Everybody is told of it, and neither of an earlier change nor the evening before any more. */
export function calledOff(cancellation: EventRecord['cancellation']): Partial<EventRecord> {
  return { status: 'cancelled', cancellation, untold: true, telling: [callingOff], eveningTold: null }
}

/** In the transaction that read `event`. People are told of another time or place, and of nothing else. */
export async function changeEvent(transaction: Transaction, event: EventRecord, plan: EventPlan, change: EventChange): Promise<EventRecord> {
  const isNews = change.what.includes('time') || change.what.includes('place')
  const changed = {
    ...plan, changes: [...event.changes, change].slice(-mostKept), changed: event.changed + 1, untold: true, toCount: true,
    telling: isNews ? [...event.telling, change.id] : event.telling,
  }
  await transaction.update('events', event._id, Object.fromEntries(Object.entries(changed).map(([field, value]) => [field, command.set(value)])))
  return { ...event, ...changed }
}

const planFields = ['kind', 'title', 'placeName', 'placeNote', 'bring', 'organisers', 'programme', 'sessions', 'months', 'firstOn', 'lastOn', 'partyLimit', 'countOnly', 'opensAt', 'closesAt', 'cancelUntil', 'point', 'questions', 'campaignId'] as const

/** The plan of a draft, whole, unless it was written anew or published since that version; ONE write. */
export async function writeDraft(planned: EventRecord, seen: number): Promise<boolean> {
  const whole = Object.fromEntries(planFields.map((field) => [field, command.set(planned[field])]))
  return (await events.update({ _id: planned._id, status: 'draft', changed: seen }, { ...whole, changed: seen + 1 })) === 1
}

/** Of which something is left to do; the oldest ids first. */
export function untoldEvents(limit: number): Promise<EventRecord[]> {
  return events.list({ untold: true }, { orderBy: [['_id', 'asc']], limit })
}

export async function toldOf(eventId: string, change: string): Promise<void> {
  await events.update({ _id: eventId, telling: change }, { telling: command.pull(change) })
}

/** Nothing is left to do, unless the event was changed since it was read. */
export async function everythingTold(event: Pick<EventRecord, '_id' | 'changed'>): Promise<void> {
  await events.update({ _id: event._id, untold: true, changed: event.changed, telling: command.eq([]) }, { untold: false })
}

/** Published events around that day of whose sessions not everybody was reminded. */
export function eventsToRemindOf(day: string, limit: number): Promise<EventRecord[]> {
  const where = { status: 'published', lastOn: command.gte(day), firstOn: command.lte(day), eveningTold: command.neq(day) }
  return events.list(where, { fields: ['sessions', 'status'], limit })
}

export async function reminded(eventId: string, day: string): Promise<void> {
  await events.update({ _id: eventId }, { eveningTold: day })
}

/** Was anybody recorded at one of these sessions, and not taken back? */
export async function hasLiveFacts(sessionIds: readonly string[]): Promise<boolean> {
  if (sessionIds.length === 0) return false
  const asked = { sessionId: command.in([...sessionIds]) }
  const [cameIn, walkedIn, counts] = await Promise.all([attendance.all(asked), walkIns.all(asked), headcounts.all(asked)])
  return cameIn.some(({ marks, undone }) => Object.keys(marks).some((id) => !undone[id])) || [...walkedIn, ...counts].some(({ undone }) => undone === null)
}

const noticedFields = ['title', 'placeName', 'sessions', 'status', 'cancellation', 'changes', 'path', 'untold'] as const
export type NoticedEventRecord = Pick<EventRecord, '_id' | (typeof noticedFields)[number]>

/** What notices say of events, by id: 60 in one read. */
export async function findNoticedEvents(ids: readonly string[]): Promise<Map<string, NoticedEventRecord>> {
  const wanted = [...new Set(ids)]
  const found = new Map<string, NoticedEventRecord>()
  for (let i = 0; i < wanted.length; i += 60) for (const event of await events.list({ _id: command.in(wanted.slice(i, i + 60)) }, { fields: noticedFields })) found.set(event._id, event)
  return found
}
