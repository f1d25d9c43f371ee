import type { markHeld } from '../../contract/attendance/mark-held'
import { setHeld } from '../_shared/records/events'
import { instant } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'
import { sessionAtWork } from './session-at-work'

export const handleMarkHeld: Handler<typeof markHeld> = async ({ sessionId, held }, { caller, now, refuse }) => {
  const at = await sessionAtWork('attendance/mark-held', sessionId, caller)
  if (!at || at.event.status !== 'published') return refuse('session-not-found')
  if (at.session.startsAt > instant(now)) return refuse('not-started')
  await setHeld(at.event, sessionId, held, { by: caller.personKey, at: instant(now) })
  return { sessionId, held }
}
