/** The sessions that a worker works at on one day. The lists of these days stay on this phone (kept-days.ts), so that 今天 opens without signal. */
import { sessionsOfDay } from '#contract/attendance/sessions-of-day'
import type { Receipt } from '#contract/values'
import { ofSession, roomWith } from './door-marks'
import { fetchStore } from './fetched'
import { dropDays, keepDays, keptDays, type ListOfDay, type SessionOfDay } from './kept-days'
import { useKnown } from './known-person'
import { loadMe } from './people'
import { onReceipt } from './queue/queue-of-phone'
import type { InQueue } from './queue/queued-record'

export type { SessionOfDay }

/** As the community has it; what waits here comes on top (`withWaitingOf`). */
export const useSessionsOfDay = fetchStore(sessionsOfDay)

const knownKey = () => useKnown.getState().person?.personKey

/** What is kept of the same day stands until the answer comes. */
export async function loadSessionsOfDay(on: string): Promise<void> {
  const { value, input, load } = useSessionsOfDay.getState()
  const kept = value === null || input?.on !== on ? keptDays(knownKey())[on] : undefined
  if (kept) useSessionsOfDay.setState({ input: { on }, value: kept })
  await load({ on })
  await loadMe()
  const now = useSessionsOfDay.getState()
  // The right was withdrawn: what was kept of it is nobody's here.
  if (now.failed?.failure === 'not-allowed') {
    dropDays()
    return useSessionsOfDay.setState({ value: null })
  }
  const owner = knownKey()
  if (now.failed === null && now.value && now.input && owner !== undefined) keepDays(owner, { [now.input.on]: now.value })
}

/** In the list that stands, or as it lies on this phone. */
export function sessionOfDay(list: ListOfDay | null, id: string): SessionOfDay | undefined {
  return [...(list?.sessions ?? []), ...Object.values(keptDays(knownKey())).flatMap(({ sessions }) => sessions)].find((one) => one.id === id)
}

export function withWaitingOf(session: SessionOfDay, records: readonly InQueue[]): SessionOfDay {
  return { ...session, room: roomWith(session.room, ofSession(records, session.id).filter(({ state }) => state !== 'refused')) }
}

// What the community had already stands in its sums.
onReceipt((record, value) => {
  if (!('sessionId' in record.input) || (value as Receipt).outcome === 'already-there') return
  const { sessionId } = record.input
  const counted = ({ sessions }: ListOfDay) => ({ sessions: sessions.map((one) => (one.id === sessionId ? { ...one, room: roomWith(one.room, [record]) } : one)) })
  const has = ({ sessions }: ListOfDay) => sessions.some(({ id }) => id === sessionId)
  const list = useSessionsOfDay.getState().value
  if (list && has(list)) return useSessionsOfDay.setState({ value: counted(list) })
  const owner = knownKey()
  const day = Object.entries(keptDays(owner)).find(([, kept]) => has(kept))
  if (owner !== undefined && day) keepDays(owner, { [day[0]]: counted(day[1]) })
})
