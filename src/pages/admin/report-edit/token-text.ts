/**
 * A paragraph as one types it: words, and figures in 〔〕 that nobody types. What was typed is read off the difference of two texts, so it works with any
 * keyboard; a figure that is touched goes whole or stays whole. Pure.
 */
import type { Block } from '#contract/reports/text'

export type ShownRun = Block['runs'][number]

export function shownOf(runs: readonly ShownRun[]): string {
  return runs.map(shownRun).join('')
}

type Token = Extract<ShownRun, { figure: string }>

/**
 * What the words become. `caret`: where it stands in `typed`, which tells which of two like letters was typed; absent: unknown. `known`: figures
 * that are recognised where somebody cut one out and pastes it elsewhere, brackets and all.
 */
export function typedOver(runs: readonly ShownRun[], typed: string, caret?: number, known: readonly Token[] = []): ShownRun[] {
  const before = shownOf(runs)
  if (typed === before) return [...runs]
  const { from, to, inserted } = difference(before, typed, caret)
  const head: ShownRun[] = []
  const tail: ShownRun[] = []
  const gone: Token[] = []
  let at = 0
  for (const run of runs) {
    const begin = at
    const end = begin + shownRun(run).length
    at = end
    if ('text' in run) {
      head.push({ text: run.text.slice(0, Math.max(0, from - begin)) })
      tail.push({ text: run.text.slice(Math.max(0, to - begin)) })
    } else if (end <= from) head.push(run)
    else if (begin >= to) tail.push(run)
    // Typed into it stays, and the words stand after it; rubbed out in part it goes whole.
    else if (from > begin && inserted !== '') head.push(run)
    else if (to < end && inserted !== '') tail.push(run)
    else gone.push(run)
  }
  return tidy([...head, ...recognised(inserted, [...gone, ...known.filter(({ figure }) => !runs.some((run) => 'figure' in run && run.figure === figure))]), ...tail])
}

/** Figures that stand in a text as they are shown, each once. */
function recognised(inserted: string, figures: readonly Token[]): ShownRun[] {
  const left = [...figures]
  const runs: ShownRun[] = []
  for (let at = 0; at < inserted.length;) {
    const index = inserted[at] === '〔' ? left.findIndex((figure) => inserted.startsWith(shownRun(figure), at)) : -1
    const [figure] = index < 0 ? [] : left.splice(index, 1)
    runs.push(figure ?? { text: inserted[at]! })
    at += figure ? shownRun(figure).length : 1
  }
  return runs
}

/** A figure where the caret is; if the paragraph has it already, it is moved there. */
export function withFigure(runs: readonly ShownRun[], figure: { figure: string; print: string | null }, caret: number): ShownRun[] {
  let at = 0
  let isIn = false
  const next: ShownRun[] = []
  for (const run of runs) {
    const length = shownRun(run).length
    const local = caret - at
    at += length
    if (!isIn && local <= length && 'text' in run) {
      next.push({ text: run.text.slice(0, Math.max(0, local)) }, figure, { text: run.text.slice(Math.max(0, local)) })
      isIn = true
    } else if (!('figure' in run && run.figure === figure.figure)) {
      if (!isIn && local <= 0) { next.push(figure); isIn = true }
      next.push(run)
    }
  }
  if (!isIn) next.push(figure)
  return tidy(next)
}

/** A line end begins a new paragraph. */
export function paragraphsOf(runs: readonly ShownRun[]): ShownRun[][] {
  const all: ShownRun[][] = [[]]
  for (const run of runs) {
    if ('figure' in run) { all[all.length - 1]!.push(run); continue }
    for (const [index, text] of run.text.split(/\r?\n/).entries()) {
      if (index > 0) all.push([])
      all[all.length - 1]!.push({ text })
    }
  }
  return all.map(tidy).filter((one, index) => index === 0 || one.length > 0)
}

export function shownRun(run: ShownRun): string {
  return 'text' in run ? run.text : `〔${run.print ?? '没有数'}〕`
}

/** The smallest change that makes the one text of the other; where several are as small, the one that ends at the caret. */
function difference(before: string, typed: string, caret: number | undefined): { from: number; to: number; inserted: string } {
  const shared = Math.min(before.length, typed.length)
  let head = 0
  while (head < shared && before[head] === typed[head]) head += 1
  let tail = 0
  while (tail < shared && before[before.length - 1 - tail] === typed[typed.length - 1 - tail]) tail += 1
  if (head + tail <= shared) return { from: head, to: before.length - tail, inserted: typed.slice(head, typed.length - tail) }
  const [removed, added] = [before.length - shared, typed.length - shared]
  const from = Math.min(head, Math.max(shared - tail, caret === undefined ? 0 : caret - added))
  return { from, to: from + removed, inserted: typed.slice(from, from + added) }
}

function tidy(runs: readonly ShownRun[]): ShownRun[] {
  const joined: ShownRun[] = []
  for (const run of runs) {
    const last = joined[joined.length - 1]
    if ('figure' in run) joined.push(run)
    else if (last && 'text' in last) joined[joined.length - 1] = { text: last.text + run.text }
    else if (run.text !== '') joined.push(run)
  }
  return joined
}
