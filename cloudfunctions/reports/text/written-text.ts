/** A text as its editors see it, with what each token prints at this moment. */
import type { Block, WrittenText } from '../../../contract/reports/text'
import type { Figure } from '../../../contract/totals/figure'
import type { TextRecord } from '../../_shared/records/report-texts'
import { unitBrief, type UnitRecord } from '../../_shared/records/units'
import { printsOf, type BlockRecord } from '../../_shared/rules/editing/blocks'

export interface Shown { unit: UnitRecord; text: TextRecord; table: readonly Figure[]; me: string }

export function writtenText({ unit, text, table, me }: Shown): WrittenText & { blocks: Block[] } {
  const prints = printsOf(table)
  return {
    unit: unitBrief(unit), month: text.month, rev: text.rev, blocks: shownBlocks(text.blocks, prints, me),
    figures: table.flatMap(({ name, zh }) => { const print = prints.get(name); return print === undefined ? [] : [{ name, zh, print }] }),
  }
}

export function shownBlocks(blocks: readonly BlockRecord[], prints: ReadonlyMap<string, string>, me: string): Block[] {
  return blocks.map(({ id, section, heading, runs, rev, by, name, at }) => ({
    id, section, heading, rev, by: by === null ? null : { name: name ?? '', at, me: by === me },
    runs: runs.map((run) => ('text' in run ? { text: run.text } : { figure: run.figure, print: prints.get(run.figure) ?? null })),
  }))
}
