/** The sessions that a worker works at on one day. The last list stays on this phone, so that 今天 opens without signal: titles and sums, nobody's name. */
import type { Output } from '#contract/call'
import { sessionsOfDay } from '#contract/attendance/sessions-of-day'
import type { Receipt } from '#contract/values'
import { empty, putAway, takeOut } from '../platform/drawer'
import { ofSession, roomWith } from './door-marks'
import { fetchStore } from './fetched'
import { useKnown } from './known-person'
import { loadMe } from './people'
import { onReceipt } from './queue/queue-of-phone'
import type { InQueue } from './queue/queued-record'

export type SessionOfDay = Output<typeof sessionsOfDay>['sessions'][number]

/** As the community has it; what waits here comes on top (`withWaitingOf`). */
export const useSessionsOfDay = fetchStore(sessionsOfDay)

const drawer = 'sessions-of-day'

interface Kept { owner: string; on: string; value: Output<typeof sessionsOfDay> }

/** What is kept of the same day stands until the answer comes. */
export async function loadSessionsOfDay(on: string): Promise<void> {
  const { value, input, load } = useSessionsOfDay.getState()
  const kept = takeOut(drawer) as Partial<Kept> | null | undefined
  const known = useKnown.getState().person?.personKey
  if ((value === null || input?.on !== on) && kept?.on === on && kept.owner === known && kept.value) useSessionsOfDay.setState({ input: { on }, value: kept.value })
  await load({ on })
  await loadMe()
  const now = useSessionsOfDay.getState()
  // The right was withdrawn: what was kept of it is nobody's here.
  if (now.failed?.failure === 'not-allowed') {
    empty(drawer)
    return useSessionsOfDay.setState({ value: null })
  }
  const owner = useKnown.getState().person?.personKey
  if (now.failed === null && now.value && now.input && owner !== undefined) putAway(drawer, { owner, on: now.input.on, value: now.value } satisfies Kept)
}

export function withWaitingOf(session: SessionOfDay, records: readonly InQueue[]): SessionOfDay {
  return { ...session, room: roomWith(session.room, ofSession(records, session.id).filter(({ state }) => state !== 'refused')) }
}

// What the community had already stands in its sums.
onReceipt((record, value) => {
  const list = useSessionsOfDay.getState().value
  if (!list || !('sessionId' in record.input) || (value as Receipt).outcome === 'already-there') return
  const { sessionId } = record.input
  useSessionsOfDay.setState({ value: { sessions: list.sessions.map((one) => (one.id === sessionId ? { ...one, room: roomWith(one.room, [record]) } : one)) } })
})
