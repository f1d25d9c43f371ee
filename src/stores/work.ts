/**
 * 记一笔, what was logged, and 更正. Both lie on this phone before anything else happens (queue/) and are 待上传 until the community's receipt; then
 * 已保存到社区. A photo follows its entry's receipt and never holds it up.
 */
import { create } from './forgettable'
import type { Output } from '#contract/call'
import type { correctWork } from '#contract/work/correct'
import { listWork } from '#contract/work/list'
import { indicatorOf } from '#contract/work/indicators'
import type { logWork } from '#contract/work/log'
import type { Receipt } from '#contract/values'
import type { Photo } from '../platform/photo'
import type { Sent } from './call'
import { fetchStore } from './fetched'
import { useKnown } from './known-person'
import type { Kept } from './photo-queue/photos'
import { entryIsSaved, keepPhoto, letPhotoGo, photosFollow, usePhotoQueue } from './photo-queue/photos-of-phone'
import { enqueue, isFresh, letGo, onReceipt, useQueue } from './queue/queue-of-phone'
import type { Queued } from './queue/queue'
import { entryOf, type InQueue } from './queue/queued-record'
import { newRecord } from './record'

/** As the community has it; what waits here comes on top. */
export const useWorkList = fetchStore(listWork)

export type LoggedEntry = Output<typeof listWork>['entries'][number]
export type EntryInput = Sent<typeof logWork>
export type CorrectionInput = Sent<typeof correctWork>

/** `saved`: the community's receipt came in this run; until then the queue says how far it is. */
export interface EntryOnItsWay {
  input: EntryInput
  saved: boolean
  /** Whether its photo lies on this phone, and from then on in photo-queue/; null: it has none. */
  photo: Kept | null
  /** Saved, of a month that was closed already: a 更正 beside that month's figures. */
  late?: boolean
}

/** Of this run of the app, by record id, in the order they were logged. */
export const useEntries = create<{ entries: Record<string, EntryOnItsWay> }>()(() => ({ entries: {} }))

/** Between a photo that lies here already and its entry. */
const aboutToWait = new Set<string>()

photosFollow((entryId) => aboutToWait.has(entryId) || useQueue.getState().records.some(({ call, input }) => call === 'work/log' && input.recordId === entryId))

/** Where the phone could not keep it nothing is logged, its photo goes again, and the form stays as it is. */
export async function logEntry(input: EntryInput, photo: Photo | null): Promise<Queued> {
  const { recordId } = input
  if (useEntries.getState().entries[recordId]) return { ok: true }
  aboutToWait.add(recordId)
  keep(recordId, { input, saved: false, photo: null })
  // A photo that this phone fails to keep holds up no entry.
  if (photo) change(recordId, { photo: await keepPhoto(photo, { what: 'entry', entryId: recordId }, indicatorOf(input.indicator).zh).catch(() => ({ ok: false, failure: 'no-room' }) as const) })
  const queued = await enqueue('work/log', input)
  aboutToWait.delete(recordId)
  if (!queued.ok) forgetEntry(recordId)
  return queued
}

/** In one tap: what never went out is gone, what perhaps arrived is withdrawn. */
export async function takeBackEntry(record: Extract<InQueue, { call: 'work/log' }>): Promise<void> {
  const { recordId, quantity, softness, on, dayConfirmed } = record.input
  if (isFresh(recordId) || record.state === 'refused') return forgetEntry(recordId)
  await enqueue('work/correct', { ...newRecord(), entryId: recordId, rev: 1, quantity, softness, on, dayConfirmed, withdrawn: true, reason: '没有发生' })
}

/** One that the community does not have, with its photo and what was to be corrected about it: its person gives it up. */
export function forgetEntry(entryId: string): void {
  for (const record of useQueue.getState().records) if (entryOf(record) === entryId) letGo(record.input.recordId)
  for (const { recordId, tiedTo } of usePhotoQueue.getState().photos) if (tiedTo.what === 'entry' && tiedTo.entryId === entryId) void Promise.resolve(letPhotoGo(recordId)).catch(() => undefined)
  const { [entryId]: _gone, ...entries } = useEntries.getState().entries
  useEntries.setState({ entries })
}

export function correctEntry(input: CorrectionInput): Promise<Queued> {
  return enqueue('work/correct', input)
}

onReceipt((record, value) => {
  if (record.call === 'work/log') {
    change(record.input.recordId, { saved: true, late: (value as Receipt).outcome === 'correction' })
    showLogged(record.input)
    // A moment later the queue does not have it any more, and its photo waits for nothing.
    void Promise.resolve().then(() => entryIsSaved(record.input.recordId))
  }
  if (record.call === 'work/correct') showCorrected(record.input)
  if (entryOf(record) !== null) reloadSoon()
})

let quiet: ReturnType<typeof setTimeout> | undefined

/** After the last receipt, not after every one of a long queue. */
function reloadSoon(): void {
  clearTimeout(quiet)
  quiet = setTimeout(() => void useWorkList.getState().reload(), 1500)
}

function keep(recordId: string, one: EntryOnItsWay) {
  useEntries.setState(({ entries }) => ({ entries: { ...entries, [recordId]: one } }))
}

function change(recordId: string, part: Partial<EntryOnItsWay>) {
  const one = useEntries.getState().entries[recordId]
  if (one) keep(recordId, { ...one, ...part })
}

/** What a receipt means for the list on screen, until the list comes afresh. */
function showCorrected(correction: CorrectionInput): void {
  const { value } = useWorkList.getState()
  if (value) showEntries(withCorrection(value.entries, correction))
}

function showLogged(input: EntryInput): void {
  const { value } = useWorkList.getState()
  if (!value || value.entries.some(({ id }) => id === input.recordId)) return
  const { recordId: id, indicator, quantity, softness, on, unitId, note = null, at: loggedAt } = input
  const unit = useKnown.getState().person?.roles.flatMap(({ covers }) => covers).find((one) => one.id === unitId)
  if (unit) showEntries([{ id, rev: 1, indicator, quantity, softness, on, unit, note, withdrawn: false, event: null, loggedAt, own: true, photos: 0 }, ...value.entries])
}

function showEntries(entries: readonly LoggedEntry[]): void {
  const { input, value } = useWorkList.getState()
  if (input && value) useWorkList.setState({ value: { ...value, entries: entries.filter(({ on }) => input.from <= on && on <= input.to) } })
}

/** A correction counts for the version that it saw. Pure. */
export function withCorrection(entries: readonly LoggedEntry[], { entryId, rev, quantity, softness, on, withdrawn = false }: CorrectionInput): LoggedEntry[] {
  return entries.map((entry) => (entry.id === entryId && entry.rev === rev ? { ...entry, quantity, softness, on, withdrawn, rev: rev + 1 } : entry))
}
