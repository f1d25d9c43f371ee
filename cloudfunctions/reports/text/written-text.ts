/** A text as its editors see it, with what each token prints at this moment. */
import type { Block, WrittenText } from '../../../contract/reports/text'
import type { Report } from '../../../contract/reports/report'
import type * as v from 'valibot'
import type { TextRecord } from '../../_shared/records/report-texts'
import { unitBrief, type UnitRecord } from '../../_shared/records/units'
import { printsOf, tokensIn, type BlockRecord } from '../../_shared/rules/editing/blocks'
import { tokensOf } from '../../_shared/rules/report/tokens'

export interface Shown { unit: UnitRecord; text: TextRecord; report: Pick<v.InferOutput<typeof Report>, 'table' | 'events'>; me: string }

export function writtenText({ unit, text, report, me }: Shown): WrittenText & { blocks: Block[] } {
  const used = tokensIn(text.blocks)
  return {
    unit: unitBrief(unit), month: text.month, rev: text.rev, blocks: shownBlocks(text.blocks, printsOf(report), me),
    figures: tokensOf(report).filter(({ of, name }) => of !== 'event' || used.has(name)).map(({ name, zh, print }) => ({ name, zh, print })),
  }
}

export function shownBlocks(blocks: readonly BlockRecord[], prints: ReadonlyMap<string, string>, me: string): Block[] {
  return blocks.map(({ id, section, heading, runs, rev, by, name, at }) => ({
    id, section, heading, rev, by: by === null ? null : { name: name ?? '', at, me: by === me },
    runs: runs.map((run) => ('text' in run ? { text: run.text } : { figure: run.figure, print: prints.get(run.figure) ?? null })),
  }))
}
