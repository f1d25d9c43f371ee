import { venueCode } from '../../contract/attendance/venue-code'
import { windowOf } from '../_shared/rules/attendance-window'
import { instant } from '../_shared/rules/calendar'
import { hungWindowOf } from '../_shared/rules/code-time'
import { hungCode, venueCodeKey } from '../_shared/secrets/entry-code'
import type { Handler } from '../_shared/serve'
import { sessionAtWork } from './session-at-work'

export const handleVenueCode: Handler<typeof venueCode> = async ({ sessionId }, { caller, refuse }) => {
  const at = await sessionAtWork(venueCode.name, sessionId, caller)
  if (!at) return refuse('session-not-found')
  const { event, session } = at
  if (event.countOnly) return refuse('no-registration-needed')
  const { from, until } = windowOf(session, 'code')
  const hung = hungWindowOf(session)
  return {
    sessionId, title: event.title, placeName: event.placeName, startsAt: session.startsAt, endsAt: session.endsAt,
    from: instant(from), until: instant(until), code: venueCodeKey(sessionId, session.on),
    hung: { text: hungCode(sessionId, session.on), from: instant(hung.from), until: instant(hung.until) },
  }
}
