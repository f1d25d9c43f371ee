/**
 * A sign-in sheet: printed, and typed in afterwards. What is typed in goes through the phone's queue, each row under its own record id, and
 * shows as 待上传 until its receipt. What is only tapped and not noted yet stays here while the app runs.
 */
import { sheetRows } from '#contract/attendance/sheet'
import { sessionsOfDay } from '#contract/attendance/sessions-of-day'
import { signInSheet } from '#contract/reports/sign-in-sheet'
import { takeBack } from './attendance'
import { call } from './call'
import { openDoorBook } from './door-book/door-books'
import { forgetSheet, keepSheet, keptSheet, sheetOfBook, type SheetRows } from './door-book/kept-sheets'
import { fetchStore } from './fetched'
import { create } from './forgettable'
import { enqueue, isFresh, letGo, onReceipt, useQueue } from './queue/queue-of-phone'
import type { Queued } from './queue/queue'
import { newRecord, newRecordId } from './record'
import { clockDoubt, communityNow, heardAt } from './server-clock'
import { emptySheet, entriesOf, noted, type SheetForm } from './sheet-form'
import { isOf, withQueued, type SheetNow } from './sheet-queued'

export const useSheet = fetchStore(sheetRows)
/** Of a day to choose, apart from today's. */
export const useSessionsOn = fetchStore(sessionsOfDay)

/** The bytes come in the answer, afresh each time. */
export function printSheet(sessionId: string) {
  return call(signInSheet, { recordId: newRecordId(), sessionId })
}

/** At once as it was kept on this phone, where it was; what the community answers takes its place and is kept. */
export async function openSheet(sessionId: string): Promise<void> {
  const asked = useSheet.getState().load({ sessionId })
  const kept = (await keptSheet(sessionId)) ?? (await ofBook(sessionId))
  const before = useSheet.getState()
  if (kept && before.value === null && before.input?.sessionId === sessionId) useSheet.setState({ value: kept })
  await asked
  const { value, failed, input } = useSheet.getState()
  if (input?.sessionId !== sessionId) return
  if (failed === null && value) await keepSheet(value)
  else if (failed?.failure === 'session-not-found' || failed?.failure === 'not-allowed') {
    forgetSheet(sessionId)
    useSheet.setState({ value: null })
  }
}

async function ofBook(sessionId: string): Promise<SheetRows | null> {
  const kept = await openDoorBook(sessionId)
  return kept && sheetOfBook(kept.book)
}

export const useSheetForms = create<{ forms: Record<string, SheetForm> }>()(() => ({ forms: {} }))

export function formOf(sessionId: string): SheetForm {
  return useSheetForms.getState().forms[sessionId] ?? emptySheet
}

export function changeForm(sessionId: string, part: Partial<SheetForm>): void {
  useSheetForms.setState(({ forms }) => ({ forms: { ...forms, [sessionId]: { ...(forms[sessionId] ?? emptySheet), ...part } } }))
}

/** The server's rows, with what waits on this phone in its place. */
export function rowsNow(): SheetNow | null {
  const { value } = useSheet.getState()
  return value && withQueued(value, useQueue.getState().records)
}

const doorOpensBefore = 60 * 60_000

/** By the community's time; where this phone's clock may be wrong that is for the community to say. */
export function isDoorOpen(startsAt: string): boolean {
  return clockDoubt() !== null || communityNow() >= Date.parse(startsAt) - doorOpensBefore
}

/** Is paper taken now? That it is over only the community's own word says. */
export function paperStands({ session: { startsAt }, until }: { session: { startsAt: string }; until: string }): 'ahead' | 'open' | 'over' {
  if (!isDoorOpen(startsAt)) return 'ahead'
  return heardAt() > Date.parse(until) ? 'over' : 'open'
}

/** Everything that was tapped goes into the queue, once: what is in it leaves the form. The first thing that the phone cannot keep ends it. */
export async function noteSheet(sessionId: string): Promise<Queued> {
  const value = rowsNow()
  if (value?.session.id !== sessionId) return { ok: true }
  // After seven days only an admin's own: 补录.
  const source = paperStands(value) === 'over' ? 'backfill' as const : 'paper' as const
  for (const entry of entriesOf(value, formOf(sessionId))) {
    const record = { ...newRecord(), sessionId, source }
    const queued = entry.what === 'row' ? await enqueue('attendance/check-in', { ...record, personKey: entry.personKey, present: entry.present })
      : entry.what === 'line' ? await enqueue('attendance/walk-in', { ...record, line: entry.line, people: entry.people, ...(entry.callName === '' ? {} : { callName: entry.callName }) })
        : await enqueue('attendance/headcount', { ...record, people: entry.people, softness: 'exact' })
    if (!queued.ok) return queued
    changeForm(sessionId, noted(formOf(sessionId), entry))
  }
  changeForm(sessionId, emptySheet)
  return { ok: true }
}

type Of = { what: 'row'; personKey: string; marks: readonly string[] } | { what: 'walk-in' | 'headcount'; recordIds: readonly string[] }

/** What has not left the phone is let go of; what may be there is undone. */
export async function takeBackFromSheet(sessionId: string, of: Of): Promise<void> {
  if (of.what === 'row') return void (await takeBack(sessionId, { personKey: of.personKey, marks: [...of.marks] }))
  const [here, there] = [of.recordIds.filter(isFresh), of.recordIds.filter((id) => !isFresh(id))]
  for (const id of here) letGo(id)
  for (const recordId of there) await enqueue('attendance/undo', { ...newRecord(), sessionId, of: { what: of.what, recordId } })
}

let quiet: ReturnType<typeof setTimeout> | undefined

/** After the last receipt of many the rows are asked for again; until then they stand as the receipts say. */
onReceipt((record) => {
  const { value, input } = useSheet.getState()
  const sessionId = input?.sessionId
  if (!value || sessionId === undefined || !isOf(record, sessionId)) return
  useSheet.setState({ value: withQueued(value, [{ ...record, state: 'waiting' }], true) })
  clearTimeout(quiet)
  quiet = setTimeout(() => void openSheet(sessionId), 1500)
})
