/**
 * The text of a report as blocks (contract/reports/text.ts): out of a draft, with changes laid over it, and back into sections with what each token
 * prints now. Whoever changes a block says which state of it they saw; a block that is another one by now is left alone. Pure.
 */
import type { Report, Run } from '../../../../contract/reports/report'
import type { Change, WrittenRun } from '../../../../contract/reports/text'
import type { SectionKind } from '../../../../contract/reports/section-kind'
import type * as v from 'valibot'
import { numbered } from '../report/sections'
import { tokensOf } from '../report/tokens'

type Whole = v.InferOutput<typeof Report>
export interface BlockRecord {
  id: string
  section: SectionKind | 'title'
  heading: boolean
  runs: WrittenRun[]
  rev: number
  /** Of the change that made it what it is: a repeat is known by it. Null: drafted. */
  recordId: string | null
  by: string | null
  name: string | null
  at: string
}

const order: readonly BlockRecord['section'][] = ['title', 'opening', 'organisation', 'publicity', 'activities', 'achievements', 'shortcomings', 'next_steps']
const rank = (section: BlockRecord['section']) => order.indexOf(section)

/** A draft as blocks, all of them of one `rev`. */
export function blocksOf(report: Whole, rev: number): BlockRecord[] {
  const block = (id: string, section: BlockRecord['section'], heading: boolean, runs: WrittenRun[]): BlockRecord =>
    ({ id, section, heading, runs, rev, recordId: null, by: null, name: null, at: report.asOf })
  return [
    block('title', 'title', true, [{ text: report.title }]),
    ...report.sections.flatMap(({ kind, heading, paragraphs }) => [
      ...(heading === null ? [] : [block(`${kind.replace('_', '-')}-h`, kind, true, [{ text: withoutNumber(heading) }])]),
      ...paragraphs.map((runs, index) => block(`${kind.replace('_', '-')}-${index + 1}`, kind, false, runs.map((run) => ('text' in run ? { text: run.text } : { figure: run.figure })))),
    ]),
  ]
}

export interface Stamp { rev: number; recordId: string; by: string; name: string; at: string }

/** `conflicts`: ids of blocks that somebody else has changed, or taken out, since. */
export function changed(blocks: readonly BlockRecord[], changes: readonly Change[], stamp: Stamp): { blocks: BlockRecord[]; conflicts: string[]; isChanged: boolean } {
  let next = [...blocks]
  const conflicts: string[] = []
  let isChanged = false
  for (const { id, base, runs, place = null } of changes) {
    const known = next.find((one) => one.id === id)
    if (known ? known.recordId === stamp.recordId || sameRuns(known.runs, runs) : runs === null) continue
    const laid = { recordId: stamp.recordId, rev: stamp.rev, by: stamp.by, name: stamp.name, at: stamp.at }
    if (!known && base === 0 && place && runs) {
      const before = next.findIndex((one) => one.id === place.after)
      // What it should stand after is gone, or elsewhere: at the end of its section, so that sections keep their order.
      const fits = before >= 0 && next[before]!.section === place.section
      const at = fits ? before + 1 : place.after === null ? next.findIndex((one) => rank(one.section) >= rank(place.section) && !one.heading) : lastIn(next, place.section) + 1
      next.splice(at < 0 ? next.length : at, 0, { id, section: place.section, heading: place.heading, runs: tidy(runs), ...laid })
      isChanged = true
    } else if (!known || known.rev !== base) conflicts.push(id)
    else {
      // The title is changed, never taken out.
      if (runs === null && known.section === 'title') continue
      next = runs === null ? next.filter((one) => one !== known) : next.map((one) => (one === known ? { ...known, runs: known.heading ? wordsOnly(runs) : tidy(runs), ...laid } : one))
      isChanged = true
    }
  }
  return { blocks: next, conflicts, isChanged }
}

/** The report with its own words: what each token prints is the figure as it is now; one without a number prints nothing. */
export function withText(report: Whole, blocks: readonly BlockRecord[]): Whole {
  const prints = printsOf(report)
  const runsOf = (runs: readonly WrittenRun[]): Run[] => runs.flatMap((run): Run[] => {
    if ('text' in run) return run.text === '' ? [] : [run]
    const print = prints.get(run.figure)
    return print === undefined ? [] : [{ figure: run.figure, print }]
  })
  const title = blocks.find((one) => one.section === 'title')
  const sections: Whole['sections'] = []
  for (const block of blocks) {
    if (block.section === 'title') continue
    let last = sections[sections.length - 1]
    if (!last || last.kind !== block.section) sections.push(last = { kind: block.section, heading: null, paragraphs: [] })
    const runs = runsOf(block.runs)
    if (runs.length === 0) continue
    if (block.heading) last.heading = wordsOf(block.runs)
    else last.paragraphs.push(runs)
  }
  return { ...report, title: title ? wordsOf(title.runs) || report.title : report.title, sections: numbered(sections.filter(({ heading, paragraphs }) => heading !== null || paragraphs.length > 0)) }
}

export function printsOf(report: Pick<Whole, 'table' | 'events'>): Map<string, string> {
  return new Map(tokensOf(report).map(({ name, print }) => [name, print]))
}

/** What it has been drafted from: another figure that comes later is told. */
export function draftedFrom(report: Whole): string[] {
  return [...report.table.map(({ name }) => name), ...tokensOf(report).filter(({ of }) => of === 'imported').map(({ name }) => name)]
}

/** Names of the tokens that stand in the text. */
export function tokensIn(blocks: readonly BlockRecord[]): Set<string> {
  return new Set(blocks.flatMap(({ runs }) => runs.flatMap((run) => ('figure' in run ? [run.figure] : []))))
}

export function lengthOf(blocks: readonly BlockRecord[]): number {
  return blocks.reduce((sum, { runs }) => sum + runs.reduce((inner, run) => inner + ('text' in run ? run.text.length : run.figure.length), 0), 0)
}

export function sameRuns(one: readonly WrittenRun[], other: readonly WrittenRun[] | null): boolean {
  return other !== null && JSON.stringify(tidy(one)) === JSON.stringify(tidy(other))
}

function lastIn(blocks: readonly BlockRecord[], section: BlockRecord['section']): number {
  return blocks.reduce((last, one, index) => (rank(one.section) <= rank(section) ? index : last), -1)
}

/** Neighbouring words are one run, empty ones none. */
function tidy(runs: readonly WrittenRun[]): WrittenRun[] {
  const joined: WrittenRun[] = []
  for (const run of runs) {
    const last = joined[joined.length - 1]
    if ('figure' in run) joined.push({ figure: run.figure })
    else if (last && 'text' in last) joined[joined.length - 1] = { text: last.text + run.text }
    else if (run.text !== '') joined.push({ text: run.text })
  }
  return joined
}

function wordsOf(runs: readonly WrittenRun[]): string {
  return runs.map((run) => ('text' in run ? run.text : '')).join('').trim()
}

function wordsOnly(runs: readonly WrittenRun[]): WrittenRun[] {
  return tidy(runs.filter((run) => 'text' in run))
}

/** 一、加强领导 → 加强领导: sections are numbered where they stand. */
function withoutNumber(heading: string): string {
  return heading.replace(/^[一二三四五六七]、/, '')
}
