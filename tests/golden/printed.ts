/** A report as its reader sees it: the words, and the figures in the order in which they first stand in the text. */
import { draftReport } from '../../contract/reports/draft'
import type { Report } from '../../contract/reports/report'
import { wordReport } from '../../contract/reports/word'
import type { OpenWorld } from '../../emulator/world/open-world'
import { textOfWord } from '../word-text'

export interface Golden {
  campaign: { name: string; theme: string }
  figures: { indicator: string; value: number; unit: string }[]
  sections: { kind: string; uses?: string[] }[]
  events: { kind: string; date: string; zh: string; place?: string }[]
  entries_without_quantity: { indicator: string }[]
}

export async function draftAsLin(world: OpenWorld, month: string): Promise<Report> {
  const answer = await world.call('lin', draftReport, { unitId: 'yuyin', month })
  if (!answer.ok) throw new Error(answer.failure)
  return answer.value
}

export function textOf(report: Report, kind?: string): string {
  const sections = report.sections.filter((section) => kind === undefined || section.kind === kind)
  return sections.flatMap((section) => section.paragraphs).map((runs) => runs.map((run) => ('text' in run ? run.text : run.print)).join('')).join('\n')
}

/** Every figure token: its name and how it is printed. */
export function figuresIn(report: Report, kind?: string): { indicator: string; print: string }[] {
  return report.sections.filter((section) => kind === undefined || section.kind === kind)
    .flatMap((section) => section.paragraphs.flat()).flatMap((run) => ('figure' in run ? [{ indicator: run.figure, print: run.print }] : []))
}

/** A figure used in two sections is one; printed in two ways it would stand here twice. */
export function figuresOnce(report: Report): { indicator: string; print: string }[] {
  const seen = new Map(figuresIn(report).map((figure) => [`${figure.indicator}=${figure.print}`, figure]))
  return [...seen.values()]
}

/** What a reader of the Word file sees, cell by cell and line by line. */
export async function wordsOfWord(world: OpenWorld, month: string): Promise<string[]> {
  const answer = await world.call('lin', wordReport, { unitId: 'yuyin', month })
  if (!answer.ok) throw new Error(answer.failure)
  const file = new Uint8Array(await (await fetch(answer.value.url)).arrayBuffer())
  return textOfWord(file).split('\n').filter((line) => line !== '')
}
