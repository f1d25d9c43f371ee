import type { Caller } from '../_shared/caller'
import { findSession, type EventRecord, type SessionRecord } from '../_shared/records/events'
import type { CallName } from '../_shared/rules/matrix'
import { isOpenForRecords, type Source } from '../_shared/rules/attendance-window'
import { correctedTime } from '../_shared/rules/calendar'

export interface SessionAtWork { event: EventRecord; session: SessionRecord }

/** The session, if the caller may make this call there. Otherwise null, which says nothing about what exists. */
export async function sessionAtWork(call: CallName, sessionId: string, caller: Caller): Promise<SessionAtWork | null> {
  const found = await findSession(sessionId)
  return found && found.event.status !== 'draft' && caller.may(call, found.event.path) ? found : null
}

interface Taken { source: Source; at: string; offsetMs: number }

/** May people be recorded there, by this caller, as of when it happened and no later than now? A cancelled event had nobody in the room. */
export function takesRecords({ event, session }: SessionAtWork, record: Taken, caller: Caller, now: number): boolean {
  if (event.status !== 'published') return false
  if (record.source === 'backfill' && !isAdminOf(event, caller)) return false
  return isOpenForRecords(session, record.source, correctedTime(record), now)
}

export function isAdminOf(event: EventRecord, caller: Caller): boolean {
  return caller.grants.some((grant) => grant.role === 'admin' && event.path.includes(grant.unitId))
}
