/** A resident's own codes: what is shown at the door, the card on paper, and the venue's code that she scans herself. */
import { create } from './forgettable'
import type { Answer, Output } from '#contract/call'
import { checkInSelf } from '#contract/attendance/check-in-self'
import { card } from '#contract/people/card'
import { entryKey } from '#contract/registrations/entry-key'
import { call, type Sent } from './call'
import { mayHaveArrived, type Failed } from './failure-words'
import { fetchStore } from './fetched'
import { drawerOf, serverTime, type Kept } from './kept-codes'
import { newRecord } from './record'

export type EntryKey = Output<typeof entryKey>
export type EntrySession = EntryKey['sessions'][number]

/** How long after its end a session still takes codes, in ms (the server decides; this only says what to show). */
const afterEnd = 6 * 3_600_000
const lastEnd = ({ sessions }: EntryKey) => Math.max(0, ...sessions.map(({ endsAt }) => Date.parse(endsAt) + afterEnd))

const drawer = drawerOf<EntryKey>('entry-keys', lastEnd)

interface EntryCodes {
  /** By event. */
  kept: Record<string, Kept<EntryKey>>
  loading: boolean
  failed: Failed<typeof entryKey> | null
}

export const useEntryCodes = create<EntryCodes>()(() => ({ kept: drawer.read(Date.now()), loading: false, failed: null }))

/** Fetches the key anew; what was kept stays good without signal, and goes where the place is no longer theirs. */
export async function loadEntryCode(eventId: string): Promise<void> {
  useEntryCodes.setState({ loading: true, failed: null })
  const answer = await call(entryKey, { eventId })
  if (answer.ok) return useEntryCodes.setState({ kept: drawer.keep(eventId, answer.value, Date.now()), loading: false })
  const gone = answer.failure === 'not-registered' || answer.failure === 'event-cancelled' || answer.failure === 'event-not-found'
  useEntryCodes.setState({ loading: false, failed: answer, ...(gone ? { kept: drawer.drop(eventId, Date.now()) } : {}) })
}

/** The session to show a code for: of the named event, or of whichever comes next. `device`: ms. */
export function nextEntry(kept: EntryCodes['kept'], device: number, eventId?: string): { entry: Kept<EntryKey>; session: EntrySession } | null {
  const all = Object.values(kept).filter(({ given }) => eventId === undefined || given.eventId === eventId)
    .flatMap((entry) => entry.given.sessions.map((session) => ({ entry, session })))
  const open = all.filter(({ entry, session }) => Date.parse(session.endsAt) + afterEnd >= serverTime(entry, device))
  return open.sort((a, b) => Date.parse(a.session.startsAt) - Date.parse(b.session.startsAt))[0] ?? null
}

export const useCard = fetchStore(card)

/** The lost one is worth nothing from now on. */
export async function replaceCard(lost: number): Promise<Answer<typeof card>> {
  const answer = await call(card, { replaces: lost })
  if (answer.ok) useCard.setState({ input: {}, value: answer.value, failed: null })
  return answer
}

interface SelfScan { input: Sent<typeof checkInSelf>; answer: Answer<typeof checkInSelf> | null }

/** The venue's code that was scanned; `answer` is null while it is on its way. */
export const useSelfScan = create<{ one: SelfScan | null }>()(() => ({ one: null }))

export function checkInHere(code: string): Promise<void> {
  return sendSelf({ ...newRecord(), code })
}

/** The same record once more, where it perhaps arrived. */
export async function checkInHereAgain(): Promise<void> {
  const { one } = useSelfScan.getState()
  if (one?.answer?.ok === false && mayHaveArrived(one.answer)) await sendSelf(one.input)
}

export function closeSelfScan(): void {
  useSelfScan.setState({ one: null })
}

async function sendSelf(input: Sent<typeof checkInSelf>): Promise<void> {
  useSelfScan.setState({ one: { input, answer: null } })
  const answer = await call(checkInSelf, input)
  if (useSelfScan.getState().one?.input === input) useSelfScan.setState({ one: { input, answer } })
}
