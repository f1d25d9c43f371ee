import type { getEvent } from '../../contract/events/get'
import { eventBriefs } from '../_shared/event-briefs'
import { findEvent, isDraft } from '../_shared/records/events'
import { instant } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

export const handleGetEvent: Handler<typeof getEvent> = async ({ eventId }, { caller, now, refuse }) => {
  const event = await findEvent(eventId)
  // Who may publish it may see the draft; to everybody else it is not there.
  if (!event || (isDraft(event) && !caller.may('events/publish', event.path))) return refuse('event-not-found')
  const [seen] = await eventBriefs([event], caller.personKey, instant(now))
  if (!seen) throw new Error('event without a brief')
  const last = event.changes.at(-1)
  return {
    ...seen.brief, neighbours: seen.neighbours,
    ...(event.placeNote !== null && { placeNote: event.placeNote }),
    ...(event.bring !== null && { bring: event.bring }),
    organisers: event.organisers, programme: event.programme, partyLimit: event.partyLimit, opensAt: event.opensAt, closesAt: event.closesAt,
    cancelUntil: event.cancelUntil, point: event.point, questions: event.questions, cancelReason: event.cancellation?.reason ?? null,
    campaignId: event.campaignId, version: event.changed, lastChange: last ? { at: last.at, what: last.what } : null,
  }
}
