/** 各单位情况: a line for each unit in the tree's order and their sum, some figures at a time, so that each table is as wide as the page. */
import { Paragraph, TextRun, type Table } from 'docx'
import type { Report } from '../../../contract/reports/report'
import type { Figure } from '../../../contract/totals/figure'
import type { UnitBrief } from '../../../contract/values'
import type * as v from 'valibot'
import { everybodyName } from '../../_shared/rules/figure-catalogue'
import { printNumber } from '../../_shared/rules/figure-print'
import type { ImportedSum } from '../../_shared/rules/imported/imported-figures'
import type { Values } from '../../_shared/rules/unit-parts'
import { bodyParagraph, cellRun, exactly } from './layout'
import { tableOf, type Column } from './tables'

type Draft = v.InferOutput<typeof Report>
interface Amounts { values: Values; imported: Record<string, ImportedSum> }
export interface PrintedPart extends Amounts { unit: { name: string }; own: boolean }
interface Row extends Amounts { name: string }

const figuresBeside = 5
export const sumName = '合计'

/** A street or a district tells its communities apart; of its grids a community's report says nothing. */
export function tellsParts({ level }: Pick<UnitBrief, 'level'>): boolean {
  return level === 'street' || level === 'district'
}

export function unitTables(report: Draft, parts: readonly PrintedPart[]): (Paragraph | Table)[] {
  // People by kind of event stand in the workbook.
  const figures = report.table.filter(({ name, value, imported }) => (value !== null || imported) && (name === everybodyName || !name.endsWith('_attendees')))
  const rows = [...partsShown(parts).map(({ unit, own, ...amounts }): Row => ({ ...amounts, name: own ? `${unit.name}（本级）` : unit.name })), { name: sumName, ...sumsOf(report) }]
  const tables = Math.ceil(figures.length / figuresBeside)
  const each = Math.ceil(figures.length / tables)
  return [
    ...Array.from({ length: tables }, (_, index) => figures.slice(index * each, (index + 1) * each)).flatMap((some, index) => [...(index === 0 ? [] : [gap()]), tableOf(columnsOf(some), rows)]),
    ...notesOf(figures).map(note),
  ]
}

/** 本级 only where it has something of its own. */
export function partsShown<P extends Amounts & { own: boolean }>(parts: readonly P[]): P[] {
  return parts.filter(({ own, values, imported }) => !own || Object.keys(values).length + Object.keys(imported).length > 0)
}

/** As the table of indicators has them: 人数 are no sum. */
export function sumsOf({ table }: Pick<Draft, 'table'>): Amounts {
  return {
    values: Object.fromEntries(table.flatMap(({ name, value, softness }) => (value === null ? [] : [[name, { value, softness }] as const]))),
    imported: Object.fromEntries(table.flatMap(({ name, imported }) => (imported ? [[name, imported] as const] : []))),
  }
}

function columnsOf(figures: readonly Figure[]): Column<Row>[] {
  const share = 78 / figures.length
  return [
    { head: '单位', share: 22, cell: ({ name }) => name },
    ...figures.map((figure): Column<Row> => ({ head: `${figure.zh}（${figure.unit}）`, share, align: 'right', cell: (row) => printed(row, figure) })),
  ]
}

/** 12余, 12（引用3） or 引用3; empty where nothing was counted. */
function printed({ values, imported }: Row, { name, money }: Figure): string {
  const [counted, brought] = [values[name], imported[name]]
  const [number, beside] = [counted ? printNumber(counted, money) : '', brought ? `引用${printNumber(brought, money)}` : '']
  return number && beside ? `${number}（${beside}）` : number + beside
}

function notesOf(figures: readonly Figure[]): string[] {
  return [
    ...(figures.some(({ name }) => name === everybodyName) ? ['实名人数的合计按人重新计数，同一个人只计一次，不是各单位相加。'] : []),
    ...(figures.some(({ imported }) => imported) ? ['引用的数字另列，没有计入其他数字。'] : []),
  ]
}

function note(text: string): Paragraph {
  return new Paragraph({ ...bodyParagraph, spacing: { ...exactly(320), before: 60 }, children: [new TextRun({ ...cellRun, text })] })
}

/** Tables that touch are one to Word. */
function gap(): Paragraph {
  return new Paragraph({ ...bodyParagraph, spacing: exactly(320), children: [] })
}
