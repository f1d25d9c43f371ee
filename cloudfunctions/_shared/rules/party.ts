/** How many of a party can be in at a session. Pure. */
export interface KnownParty { sessions: readonly string[]; partySize: number }

/**
 * The party as registered for this session, also when that was cancelled meanwhile: whoever stands at the door is in. A
 * person who never registered for it is one.
 */
export function mostPresent(registration: KnownParty | null, session: string): number {
  return registration?.sessions.includes(session) ? registration.partySize : 1
}
