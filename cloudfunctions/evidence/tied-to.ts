/** What a photo belongs to, as far as the caller may know it: units by path, and whether photos are kept there at all. */
import type { TiedTo } from '../../contract/evidence/attach'
import { indicatorOf } from '../../contract/work/indicators'
import type { Caller } from '../_shared/caller'
import { findEvent, findSession, isDraft } from '../_shared/records/events'
import { workEntries, type PhotoRecord } from '../_shared/records/facts'
import { dayAfter } from '../_shared/rules/calendar'
import type { CallName } from '../_shared/rules/matrix'
import { sheetDays } from '../_shared/rules/retention'

export interface Tie {
  eventId: string | null
  entryId: string | null
  /** Of a paper sign-in sheet. */
  sessionId: string | null
  path: string[]
  /** No photos are kept here. */
  bare: boolean
  /** The day on which the photo goes; null: it stays with the figures. */
  eraseOn: string | null
}

type Unknown = 'event-not-found' | 'entry-not-found' | 'session-not-found'

export async function tieOf(of: TiedTo, call: CallName, caller: Caller): Promise<Tie | Unknown> {
  if (of.what === 'sheet') return sheetOf(of.sessionId, call, caller)
  const tie = { eventId: null, entryId: null, sessionId: null, bare: false, eraseOn: null }
  if (of.what === 'event') {
    const event = await findEvent(of.eventId)
    if (!event || !caller.may(call, event.path) || (isDraft(event) && !caller.may('events/publish', event.path))) return 'event-not-found'
    return { ...tie, eventId: event._id, path: event.path }
  }
  const entry = await workEntries.find(of.entryId)
  if (!entry || !caller.may(call, entry.path)) return 'entry-not-found'
  return { ...tie, entryId: entry._id, path: entry.path, bare: indicatorOf(entry.indicator).bare === true }
}

/** It shows names and signatures: for who serves the host unit itself, and nowhere that people are counted without names. */
async function sheetOf(sessionId: string, call: CallName, caller: Caller): Promise<Tie | Unknown> {
  const found = await findSession(sessionId)
  if (!found || isDraft(found.event) || !caller.may(call, found.event.path) || !caller.grants.some(({ unitId }) => unitId === found.event.hostUnit)) return 'session-not-found'
  const { path, lastOn, countOnly } = found.event
  return { eventId: null, entryId: null, sessionId: found.session.id, path, bare: countOnly, eraseOn: dayAfter(lastOn, sheetDays) }
}

/** Is it the photo of this person, and of this? */
export function isFor(photo: PhotoRecord, tie: Tie, personKey: string): boolean {
  return photo.by === personKey && photo.eventId === tie.eventId && photo.entryId === tie.entryId && (photo.sessionId ?? null) === tie.sessionId
}
