/** What is wrong with the plan of an event, beyond what its schema says. Pure. */
import type { Failure } from '../../../contract/call'
import type { createEvent } from '../../../contract/events/create'
import { hours } from './calendar'

/** Longer than a day is several sessions. */
const longestSession = hours(24)

interface Plan {
  countOnly: boolean
  opensAt: string | null
  closesAt: string | null
  sessions: readonly { startsAt: string; endsAt: string; capacity: number | null }[]
}

type PlanFailure = Extract<Failure<typeof createEvent>, 'session-ends-before-it-starts' | 'session-too-long' | 'capacity-missing' | 'registration-window-empty'>

export function whatIsWrongWith({ countOnly, opensAt, closesAt, sessions }: Plan): PlanFailure | null {
  if (sessions.some((session) => session.endsAt <= session.startsAt)) return 'session-ends-before-it-starts'
  if (sessions.some((session) => Date.parse(session.endsAt) - Date.parse(session.startsAt) > longestSession)) return 'session-too-long'
  if (countOnly) return null
  if (sessions.some((session) => session.capacity === null)) return 'capacity-missing'
  if (opensAt !== null && (sessions.every((session) => session.startsAt <= opensAt) || (closesAt !== null && closesAt <= opensAt))) return 'registration-window-empty'
  return null
}
