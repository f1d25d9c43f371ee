/** Recorded ≤ registered + walk-ins, person by person: more of a party cannot be in than it has; who never registered is one. Pure. */
import { mostPresent, type KnownParty } from '../party'
import { presenceOf, type Marked } from '../presence'

export interface CheckedIn extends Marked { sessionId: string; personKey: string }

export interface TooMany { sessionId: string; present: number; party: number }

/** Who is worth a look at their registration: one alone is always right. */
export function isCompany(record: Marked): boolean {
  return (presenceOf(record)?.present ?? 0) > 1
}

/** One line a session, the parties that are too large summed. `partyOf`: as registered, also where that was cancelled. `sessionKey`: `s1`. */
export function tooMany(checkIns: readonly CheckedIn[], partyOf: (checkIn: CheckedIn) => KnownParty | null, sessionKey: (sessionId: string) => string): TooMany[] {
  const found = new Map<string, TooMany>()
  for (const one of checkIns) {
    const present = presenceOf(one)?.present ?? 0
    const party = mostPresent(partyOf(one), sessionKey(one.sessionId))
    if (present <= party) continue
    const before = found.get(one.sessionId) ?? { sessionId: one.sessionId, present: 0, party: 0 }
    found.set(one.sessionId, { ...before, present: before.present + present, party: before.party + party })
  }
  return [...found.values()]
}
