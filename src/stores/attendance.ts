/**
 * The door of a session: who is expected, who is in. A tap shows at once as 正在记, and as done only with the server's
 * receipt. What did not get through stays here, with its record id, until it is sent again.
 */
import { create } from './forgettable'
import type { Answer, Output } from '#contract/call'
import { checkIn } from '#contract/attendance/check-in'
import { headcount } from '#contract/attendance/headcount'
import { roster } from '#contract/attendance/roster'
import { sessionsOfDay } from '#contract/attendance/sessions-of-day'
import { undo } from '#contract/attendance/undo'
import { walkIn } from '#contract/attendance/walk-in'
import type { Softness } from '#contract/values'
import { call, type Sent } from './call'
import type { Failed } from './failure-words'
import { fetchStore } from './fetched'
import { newRecord } from './record'
import { withCheckIn, withHeadcount, withUndo, withWalkIn } from './room'

export type Roster = Output<typeof roster>
export type RosterRow = Roster['rows'][number]

export const useSessionsOfDay = fetchStore(sessionsOfDay)
export const useRoster = fetchStore(roster)

type AnyMark =
  | { what: 'check-in'; input: Sent<typeof checkIn> }
  | { what: 'undo'; input: Sent<typeof undo> }
  | { what: 'walk-in'; input: Sent<typeof walkIn> }
  | { what: 'headcount'; input: Sent<typeof headcount> }

/** One record on its way; `failed` is null while it is being sent. */
export type Pending = AnyMark & { failed: Failed<typeof checkIn | typeof undo | typeof walkIn | typeof headcount> | null }

interface Door {
  /** By `doorKey`: the session and what it is about. One at a time each. */
  pending: Record<string, Pending>
}

export const useDoor = create<Door>()(() => ({ pending: {} }))

/** `about`: a person's key, the id of the walk-in that is taken back, `walk-in`, `headcount`. Doors of two sessions keep apart. */
export const doorKey = (sessionId: string, about: string) => `${sessionId} ${about}`
export const walkInOf = (sessionId: string) => doorKey(sessionId, 'walk-in')
export const headcountOf = (sessionId: string) => doorKey(sessionId, 'headcount')

export function arrive(sessionId: string, personKey: string, present: number) {
  return start(doorKey(sessionId, personKey), { what: 'check-in', input: { ...newRecord(), sessionId, personKey, present, source: 'tap' } })
}

/** Takes back the marks that were seen, no others. */
export function takeBack(sessionId: string, row: RosterRow) {
  if (row.marks.length === 0) return Promise.resolve(false)
  return start(doorKey(sessionId, row.personKey), { what: 'undo', input: { ...newRecord(), sessionId, of: { what: 'check-in', personKey: row.personKey, marks: row.marks } } })
}

export function takeBackWalkIn(sessionId: string, recordId: string) {
  return start(doorKey(sessionId, recordId), { what: 'undo', input: { ...newRecord(), sessionId, of: { what: 'walk-in', recordId } } })
}

export function addWalkIn(sessionId: string, people: number, callName: string) {
  return start(walkInOf(sessionId), { what: 'walk-in', input: { ...newRecord(), sessionId, people, source: 'tap', ...(callName ? { callName } : {}) } })
}

export function countRoom(sessionId: string, people: number, softness: Softness) {
  return start(headcountOf(sessionId), { what: 'headcount', input: { ...newRecord(), sessionId, people, softness, source: 'tap' } })
}

/** Sends the same record once more. */
export function sendAgain(key: string) {
  const one = useDoor.getState().pending[key]
  return one && one.failed ? send(key, one) : Promise.resolve(false)
}

/** Only for a record that was refused, or whose person gives it up. */
export function letGo(key: string) {
  const { [key]: _gone, ...pending } = useDoor.getState().pending
  useDoor.setState({ pending })
}

/** A scanned code is receipted (codes-at-door.ts): the list shows it as a tap's receipt would. */
export function tookIn(mark: { sessionId: string; personKey: string; present: number; at: string; recordId: string }) {
  const { value } = useRoster.getState()
  if (value?.session.id === mark.sessionId) useRoster.setState({ value: withCheckIn(value, mark) })
  refreshSoon(mark.sessionId)
}

function start(key: string, mark: AnyMark): Promise<boolean> {
  if (useDoor.getState().pending[key]) return Promise.resolve(false)
  return send(key, { ...mark, failed: null })
}

async function send(key: string, mark: Pending): Promise<boolean> {
  useDoor.setState(({ pending }) => ({ pending: { ...pending, [key]: { ...mark, failed: null } } }))
  const answer = await deliver(mark)
  if (!answer.ok) {
    useDoor.setState(({ pending }) => ({ pending: { ...pending, [key]: { ...mark, failed: answer } } }))
    return false
  }
  apply(mark)
  letGo(key)
  refreshSoon(mark.input.sessionId)
  return true
}

function deliver(mark: AnyMark): Promise<Answer<typeof checkIn | typeof undo | typeof walkIn | typeof headcount>> {
  if (mark.what === 'check-in') return call(checkIn, mark.input)
  if (mark.what === 'undo') return call(undo, mark.input)
  if (mark.what === 'walk-in') return call(walkIn, mark.input)
  return call(headcount, mark.input)
}

/** What a receipt means for the list on screen, until the list comes afresh. */
function apply(mark: AnyMark) {
  const { value } = useRoster.getState()
  if (!value || value.session.id !== mark.input.sessionId) return
  useRoster.setState({ value: applied(value, mark) })
}

function applied(value: Roster, mark: AnyMark): Roster {
  if (mark.what === 'check-in') return withCheckIn(value, mark.input)
  if (mark.what === 'walk-in') return withWalkIn(value, mark.input)
  if (mark.what === 'headcount') return withHeadcount(value, mark.input)
  return withUndo(value, mark.input.of)
}

let quiet: ReturnType<typeof setTimeout> | undefined
let receipts = 0

/** Others check in at the same door: after the last receipt the list is asked again, not after every tap of a queue. */
function refreshSoon(sessionId: string) {
  receipts += 1
  clearTimeout(quiet)
  quiet = setTimeout(() => void refresh(sessionId), 1500)
}

/** A list that was read before the last receipt would show a checked-in person as missing: it is asked again instead. */
async function refresh(sessionId: string) {
  const before = receipts
  const answer = await call(roster, { sessionId })
  if (receipts !== before || useRoster.getState().input?.sessionId !== sessionId) return
  if (answer.ok) useRoster.setState({ value: answer.value, failed: null })
}
