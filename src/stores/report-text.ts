/**
 * The words of one month's report while somebody changes them. What they changed stands at once, lies on this phone, and goes out by itself; without a
 * network it waits. What somebody else changed comes in between; where both changed the same paragraph, the person chooses.
 */
import type { Answer } from '#contract/call'
import { beginText, eventsToTell, readText, restoreText, saveText, textVersions, type Block, type Change, type WrittenText } from '#contract/reports/text'
import { call } from './call'
import { mayHaveArrived, type Failed } from './failure-words'
import { fetchStore } from './fetched'
import { create, onForget } from './forgettable'
import { newRecordId } from './record'
import { sentOnce } from './sent-once'
import { typedForms } from './typed'

export type Runs = Block['runs']
/** What was changed here and is not known to be kept. `base`: the block as it was seen; 0: it is new. */
export interface Pending { id: string; base: number; runs: Runs | null; place: NonNullable<Change['place']> | null }
interface Step { id: string; before: Block | null; after: string | null }

/** Only while something waits. `text`: as JSON, what it was changed from. */
interface Kept { text: string; pending: Pending[] }
const kept = typedForms<Kept>('report-text', () => ({ text: '', pending: [] }))

export interface ReportText {
  about: { unitId: string; month: string } | null
  text: WrittenText | null
  pending: Pending[]
  /** Blocks that somebody else changed as well: theirs stands in `text`. */
  conflicts: string[]
  undos: Step[]
  state: 'saved' | 'waiting' | 'saving' | 'offline'
  failed: Failed<typeof beginText> | Failed<typeof saveText> | null
  /** WeChat would not let these words be published. */
  warned: boolean
  open(unitId: string, month: string): Promise<void>
  write(id: string, runs: Runs): void
  add(after: string, runs: Runs): string
  remove(id: string): void
  undo(): void
  choose(id: string, whose: 'mine' | 'theirs'): void
  save(): Promise<void>
  look(): Promise<void>
  restore(n: number): Promise<Answer<typeof restoreText> | null>
}

/** After the last letter, in ms. */
const pause = 1_200
const mostUndos = 50
let timer: ReturnType<typeof setTimeout> | undefined
/** The changes that are under way keep their record id until it is known whether they arrived. */
let sending: { recordId: string; changes: Pending[] } | null = null
onForget(() => { clearTimeout(timer); sending = null })

export const useVersions = fetchStore(textVersions)
export const useEventsToTell = fetchStore(eventsToTell)

export const useReportText = create<ReportText>()((set, get) => {
  const keyOf = () => `${get().about?.unitId} ${get().about?.month}`
  const keep = () => {
    const { text, pending } = get()
    if (text === null || pending.length === 0) kept.drop(keyOf())
    else kept.keep(keyOf(), { text: JSON.stringify(text), pending })
  }
  const changed = (pending: Pending[], undo: Step | null) => {
    const { undos, state } = get()
    set({ pending, state: state === 'saving' ? 'saving' : 'waiting', ...(undo && { undos: [...undos, undo].slice(-mostUndos) }) })
    keep()
    clearTimeout(timer)
    timer = setTimeout(() => void get().save(), pause)
  }
  const stepFor = (id: string): Step => {
    const blocks = blocksShown(get())
    const at = blocks.findIndex((one) => one.id === id)
    return { id, before: blocks[at] ?? null, after: blocks[at - 1]?.id ?? null }
  }
  /** Of two edits of a block within a moment the first remembers what was. */
  const undoFor = (id: string): Step | null => (get().undos.at(-1)?.id === id && get().pending.some((one) => one.id === id) && get().state === 'waiting' ? null : stepFor(id))
  const put = (next: Pending) => [...get().pending.filter((one) => one.id !== next.id), next]
  const baseOf = (id: string) => get().pending.find((one) => one.id === id)?.base ?? get().text?.blocks?.find((one) => one.id === id)?.rev ?? 0
  const lay = (next: Pending) => {
    const known = get().text?.blocks?.find((one) => one.id === next.id)
    const isAsKept = known && next.runs && JSON.stringify(bare(known.runs)) === JSON.stringify(bare(next.runs))
    return isAsKept || (!known && next.runs === null) ? get().pending.filter((one) => one.id !== next.id) : put(next)
  }
  const arrived = (text: WrittenText) => {
    const blocks = text.blocks ?? get().text?.blocks ?? []
    const figures = text.blocks ? text.figures : get().text?.figures ?? []
    const pending = get().pending.filter((one) => !blocks.some((block) => block.id === one.id && one.runs && JSON.stringify(bare(block.runs)) === JSON.stringify(bare(one.runs))) && !(one.runs === null && !blocks.some((block) => block.id === one.id)))
    const conflicts = pending.filter((one) => one.base > 0 && blocks.find((block) => block.id === one.id)?.rev !== one.base).map(({ id }) => id)
    set({ text: { ...text, blocks, figures }, pending, conflicts, failed: null })
    keep()
  }

  return {
    about: null, text: null, pending: [], conflicts: [], undos: [], state: 'saved', failed: null, warned: false,
    open: async (unitId, month) => {
      clearTimeout(timer)
      sending = null
      const before = kept.read()[`${unitId} ${month}`]
      set({ about: { unitId, month }, text: before?.text ? (JSON.parse(before.text) as WrittenText) : null, pending: before?.pending ?? [], conflicts: [], undos: [], state: before ? 'waiting' : 'saved', failed: null, warned: false })
      const about = get().about
      const answer = await call(beginText, { unitId, month })
      if (get().about !== about) return
      if (!answer.ok) set({ failed: answer, ...(answer.failure === 'offline' && { state: 'offline' as const }) })
      else {
        arrived(answer.value)
        if (get().pending.length > 0) await get().save()
      }
    },
    write: (id, runs) => changed(lay({ id, base: baseOf(id), runs, place: placeOf(get(), id) }), undoFor(id)),
    add: (after, runs) => {
      const beside = blocksShown(get()).find((one) => one.id === after)
      const id = `p-${newRecordId().slice(0, 20)}`
      changed(put({ id, base: 0, runs, place: { section: beside?.section ?? 'opening', heading: false, after } }), { id, before: null, after: null })
      return id
    },
    remove: (id) => changed(lay({ id, base: baseOf(id), runs: null, place: placeOf(get(), id) }), stepFor(id)),
    undo: () => {
      const step = get().undos.at(-1)
      if (!step) return
      set({ undos: get().undos.slice(0, -1) })
      const { id, before, after } = step
      const place = before && { section: before.section, heading: before.heading, after }
      changed(lay({ id, base: baseOf(id), runs: before?.runs ?? null, place }), null)
    },
    choose: (id, whose) => {
      const theirs = get().text?.blocks?.find((one) => one.id === id)
      const mine = get().pending.find((one) => one.id === id)
      set({ conflicts: get().conflicts.filter((one) => one !== id) })
      changed(whose === 'theirs' || !mine ? get().pending.filter((one) => one.id !== id) : put({ ...mine, base: theirs?.rev ?? 0 }), null)
    },
    save: async () => {
      clearTimeout(timer)
      const { about, pending, conflicts, state } = get()
      const ready = pending.filter(({ id }) => !conflicts.includes(id)).slice(0, 50)
      if (!about || state === 'saving') return
      if (ready.length === 0) { set({ state: 'saved' }); return }
      // The same changes again after a lost answer are the same record; others are not.
      if (JSON.stringify(sending?.changes) !== JSON.stringify(ready)) sending = { recordId: newRecordId(), changes: ready }
      set({ state: 'saving' })
      const answer = await call(saveText, { recordId: sending!.recordId, ...about, changes: ready.map(({ id, base, runs, place }) => ({ id, base, runs: runs && bare(runs), place })) })
      if (get().about !== about) return
      if (!answer.ok) {
        if (!mayHaveArrived(answer)) sending = null
        set({ state: answer.failure === 'offline' ? 'offline' : 'waiting', failed: answer.failure === 'offline' ? null : answer })
        if (answer.failure === 'offline') timer = setTimeout(() => void get().save(), 5_000)
        return
      }
      sending = null
      const kept = new Map(answer.value.blocks.map((block) => [block.id, block.rev]))
      // What was typed on meanwhile goes on from what is kept now.
      const meanwhile = get().pending.map((one) => (ready.some((sent) => sent.id === one.id && sent !== one) && !answer.value.conflicts.includes(one.id) ? { ...one, base: kept.get(one.id) ?? one.base } : one))
      set({ pending: meanwhile, warned: answer.value.warned, state: 'saved' })
      arrived(answer.value)
      if (get().pending.some(({ id }) => !get().conflicts.includes(id))) await get().save()
    },
    look: async () => {
      const { about, text, state } = get()
      if (!about || !text || state === 'saving') return
      if (state === 'offline') { await get().save(); return }
      const answer = await call(readText, { ...about, since: text.rev })
      if (get().about === about && answer.ok && answer.value.blocks && get().state !== 'saving') arrived(answer.value)
    },
    restore: async (n) => {
      const { about, text } = get()
      if (!about || !text) return null
      await get().save()
      const rev = get().text?.rev ?? text.rev
      const answer = await sentOnce(['restore', about, rev, n], (recordId) => call(restoreText, { recordId, ...about, rev, n }))
      if (answer.ok) { set({ pending: [], conflicts: [], undos: [], state: 'saved' }); arrived(answer.value) }
      return answer
    },
  }
})

/** The blocks with what was changed here laid over them, in their places. */
export function blocksShown({ text, pending }: Pick<ReportText, 'text' | 'pending'>): Block[] {
  let blocks = [...(text?.blocks ?? [])]
  for (const { id, runs, place } of pending) {
    const at = blocks.findIndex((one) => one.id === id)
    if (runs === null) blocks = blocks.filter((one) => one.id !== id)
    else if (at >= 0) blocks[at] = { ...blocks[at]!, runs }
    else if (place) {
      const before = blocks.findIndex((one) => one.id === place.after)
      blocks.splice(before < 0 ? blocks.length : before + 1, 0, { id, section: place.section, heading: place.heading, runs, rev: 0, by: null })
    }
  }
  return blocks
}

function placeOf(state: Pick<ReportText, 'text' | 'pending'>, id: string): Pending['place'] {
  const blocks = blocksShown(state)
  const at = blocks.findIndex((one) => one.id === id)
  const block = blocks[at]
  return block ? { section: block.section, heading: block.heading, after: blocks[at - 1]?.id ?? null } : null
}

/** As it is sent: what a figure prints is not said by the phone. */
function bare(runs: Runs): ({ text: string } | { figure: string })[] {
  return runs.map((run) => ('text' in run ? { text: run.text } : { figure: run.figure }))
}
