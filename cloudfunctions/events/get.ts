import type { getEvent } from '../../contract/events/get'
import { eventBriefs } from '../_shared/event-briefs'
import { findEvent, isDraft } from '../_shared/records/events'
import type { Handler } from '../_shared/serve'

export const handleGetEvent: Handler<typeof getEvent> = async ({ eventId }, { caller, refuse }) => {
  const event = await findEvent(eventId)
  // Who may publish it may see the draft; to everybody else it is not there.
  if (!event || (isDraft(event) && !caller.may('events/publish', event.path))) return refuse('event-not-found')
  const [brief] = await eventBriefs([event], caller.personKey)
  if (!brief) throw new Error('event without a brief')
  return {
    ...brief,
    ...(event.placeNote !== null && { placeNote: event.placeNote }),
    ...(event.bring !== null && { bring: event.bring }),
    organisers: event.organisers, programme: event.programme, partyLimit: event.partyLimit, opensAt: event.opensAt, closesAt: event.closesAt,
  }
}
