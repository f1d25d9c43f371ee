/**
 * 记一笔, what was logged, and 更正. An entry is 已保存到社区 with the server's receipt only; until then it stands here,
 * unchanged, and goes out again under the same record id; a correction likewise. A photo follows its entry and never holds it up.
 */
import { create } from './forgettable'
import { correctWork } from '#contract/work/correct'
import { listWork } from '#contract/work/list'
import { logWork } from '#contract/work/log'
import { call, type Sent } from './call'
import { mayHaveArrived, type Failed } from './failure-words'
import { fetchStore } from './fetched'
import { indicatorOf } from '#contract/work/indicators'
import type { Photo } from '../platform/photo'
import type { Kept } from './photo-queue/photos'
import { entryIsSaved, keepPhoto, photosFollow } from './photo-queue/photos-of-phone'

export const useWorkList = fetchStore(listWork)

export type EntryInput = Sent<typeof logWork>

export interface EntryOnItsWay {
  input: EntryInput
  state: 'sending' | 'saved' | 'failed'
  failed: Failed<typeof logWork> | null
  /** Whether its photo lies on this phone, and from then on in photo-queue/; null: it has none. */
  photo: Kept | null
  /** Saved, of a month that was closed already: a 更正 beside that month's figures. */
  late?: boolean
}

/** Of this run of the app, by record id, in the order they were logged. */
export const useEntries = create<{ entries: Record<string, EntryOnItsWay> }>()(() => ({ entries: {} }))

photosFollow((entryId) => {
  const one = useEntries.getState().entries[entryId]
  return one !== undefined && one.state !== 'saved'
})

export async function logEntry(input: EntryInput, photo: Photo | null): Promise<void> {
  if (useEntries.getState().entries[input.recordId]) return
  keep(input.recordId, { input, state: 'sending', failed: null, photo: null })
  if (photo) change(input.recordId, { photo: await keepPhoto(photo, { what: 'entry', entryId: input.recordId }, indicatorOf(input.indicator).zh) })
  await sendEntry(input)
}

/** The same entry once more. */
export async function sendEntryAgain(recordId: string): Promise<void> {
  const one = useEntries.getState().entries[recordId]
  if (!one) return
  if (one.state !== 'failed') return
  change(recordId, { state: 'sending', failed: null })
  await sendEntry(one.input)
}

/** A refused entry goes back to the form. */
export function dropEntry(recordId: string) {
  const { [recordId]: _gone, ...entries } = useEntries.getState().entries
  useEntries.setState({ entries })
}

async function sendEntry(input: EntryInput) {
  const answer = await call(logWork, input)
  if (!answer.ok) return change(input.recordId, { state: 'failed', failed: answer })
  change(input.recordId, { state: 'saved', failed: null, late: answer.value.outcome === 'correction' })
  await entryIsSaved(input.recordId)
}

function keep(recordId: string, one: EntryOnItsWay) {
  useEntries.setState(({ entries }) => ({ entries: { ...entries, [recordId]: one } }))
}

function change(recordId: string, part: Partial<EntryOnItsWay>) {
  const one = useEntries.getState().entries[recordId]
  if (one) keep(recordId, { ...one, ...part })
}

export type CorrectionInput = Sent<typeof correctWork>

/** `failed` is null while it is being sent. */
interface CorrectionOnItsWay { input: CorrectionInput; failed: Failed<typeof correctWork> | null }

/** By entry, one at a time each. */
export const useCorrections = create<{ pending: Record<string, CorrectionOnItsWay> }>()(() => ({ pending: {} }))

/** Being sent, or perhaps there already: nothing else about this entry may go out before it is known. */
export function isUndecided(one: CorrectionOnItsWay | undefined): one is CorrectionOnItsWay {
  return one !== undefined && (one.failed === null || mayHaveArrived(one.failed))
}

/** True once the community has it. */
export function correctEntry(input: CorrectionInput): Promise<boolean> {
  return isUndecided(useCorrections.getState().pending[input.entryId]) ? Promise.resolve(false) : sendCorrection(input)
}

/** The same correction once more. */
export function sendCorrectionAgain(entryId: string): Promise<boolean> {
  const one = useCorrections.getState().pending[entryId]
  return one?.failed ? sendCorrection(one.input) : Promise.resolve(false)
}

export function dropCorrection(entryId: string) {
  const { [entryId]: _gone, ...pending } = useCorrections.getState().pending
  useCorrections.setState({ pending })
}

async function sendCorrection(input: CorrectionInput): Promise<boolean> {
  const keepOne = (failed: CorrectionOnItsWay['failed']) => useCorrections.setState(({ pending }) => ({ pending: { ...pending, [input.entryId]: { input, failed } } }))
  keepOne(null)
  const answer = await call(correctWork, input)
  if (answer.ok) {
    showCorrected(input)
    dropCorrection(input.entryId)
    void useWorkList.getState().reload()
    return true
  }
  // What was looked at is not what the community has: the next try starts from that.
  if (answer.failure === 'changed-meanwhile' || answer.failure === 'entry-not-found') await useWorkList.getState().reload()
  keepOne(answer)
  return false
}

/** What the receipt means for the list on screen, until the list comes afresh. */
function showCorrected({ entryId, rev, quantity, softness, on, withdrawn = false }: CorrectionInput) {
  const { input, value } = useWorkList.getState()
  if (!input || !value) return
  const entries = value.entries
    .map((entry) => (entry.id === entryId && entry.rev === rev ? { ...entry, quantity, softness, on, withdrawn, rev: rev + 1 } : entry))
    .filter((entry) => input.from <= entry.on && entry.on <= input.to)
  useWorkList.setState({ value: { ...value, entries } })
}
