/** What a photo belongs to, as far as the caller may know it: units by path, and whether photos are kept there at all. */
import type * as v from 'valibot'
import type { TiedTo } from '../../contract/evidence/attach'
import { indicatorOf } from '../../contract/work/indicators'
import type { Caller } from '../_shared/caller'
import { findEvent, isDraft } from '../_shared/records/events'
import { workEntries } from '../_shared/records/facts'

export interface Tie { eventId: string | null; entryId: string | null; path: string[]; bare: boolean }

export async function tieOf(of: v.InferOutput<typeof TiedTo>, call: string, caller: Caller): Promise<Tie | 'event-not-found' | 'entry-not-found'> {
  if (of.what === 'event') {
    const event = await findEvent(of.eventId)
    if (!event || !caller.may(call, event.path) || (isDraft(event) && !caller.may('events/publish', event.path))) return 'event-not-found'
    return { eventId: event._id, entryId: null, path: event.path, bare: false }
  }
  const entry = await workEntries.find(of.entryId)
  if (!entry || !caller.may(call, entry.path)) return 'entry-not-found'
  return { eventId: null, entryId: entry._id, path: entry.path, bare: indicatorOf(entry.indicator).bare === true }
}
