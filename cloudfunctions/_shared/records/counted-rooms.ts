/** Who was in sessions as their facts are now: kept where that still holds, counted from the facts where it does not. */
import { command } from '../cloud'
import { countedSessions, type Counted } from '../rules/held-sessions'
import { attendance, headcounts, walkIns } from './facts'
import { roomsWhereAllAre } from './session-rooms'
import { keptVersion } from './unit-months'

/** From facts alone. */
export async function countFacts(sessionIds: readonly string[]): Promise<ReturnType<typeof countedSessions>> {
  if (sessionIds.length === 0) return new Map()
  const asked = { sessionId: command.in([...sessionIds]) }
  const [cameIn, walkedIn, counts] = await Promise.all([attendance.all(asked), walkIns.all(asked), headcounts.all(asked)])
  return countedSessions({ attendance: cameIn, walkIns: walkedIn, headcounts: counts })
}

/**
 * `uncounted`: sessions with facts that were found uncounted BEFORE this is called; what is counted meanwhile shows in the rooms. Where not all rooms are
 * asked for yet, everything is counted from the facts.
 */
export async function countedRooms(sessionIds: readonly string[], uncounted: ReadonlySet<string>): Promise<Counted> {
  const kept = await roomsWhereAllAre(sessionIds, keptVersion)
  const stale = sessionIds.filter((id) => !kept || uncounted.has(id) || kept.get(id)?.open === true)
  const found = new Map([...(kept ?? [])].flatMap(([id, { counted }]) => (counted ? [[id, counted] as const] : [])))
  for (const id of stale) found.delete(id)
  for (let i = 0; i < stale.length; i += atOnce) for (const [id, counted] of await countFacts(stale.slice(i, i + atOnce))) found.set(id, counted)
  return found
}

const atOnce = 20
