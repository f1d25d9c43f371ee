/**
 * What goes into which cell of a superior's table, and what stays empty and why. A number is the figure that the report prints; nothing is put where something
 * stands. Pure.
 */
import type { EmptyWhy, Layout } from '../../../../contract/reports/tables'
import type { Figure } from '../../../../contract/totals/figure'
import type * as v from 'valibot'
import { columnNumber } from './columns'
import type { Sum } from '../soft-sum'
import type { Values } from '../unit-parts'
import { cellName, textAt, type Grid } from './grid'
import type { Heading } from './heads'

/** `value`: in the figure's unit; money in 分. */
export type CellContent = { text: string } | (Sum & { money: boolean })
interface Empty { text: string; why: v.InferOutput<typeof EmptyWhy> }

interface Filling {
  grid: Grid
  layout: Layout
  heads: readonly Heading[]
  unit: { id: string; name: string; level: string }
  /** 2026年11月 */
  period: string
  table: readonly Figure[]
  /** The unit's own and each part below it, in the tree's order. */
  parts: readonly { unit: { id: string; name: string }; own: boolean; values: Values }[]
  /** Figures that are kept in 分. */
  money: ReadonlySet<string>
}

interface Filled { cells: Map<string, CellContent>; empty: Empty[] }

export function filledTable(filling: Filling): Filled {
  return filling.layout.axis === 'across' ? filledAcross(filling) : filledDown(filling)
}

function filledDown({ grid, layout, heads, unit, period, table, money }: Filling): Filled {
  const filled: Filled = { cells: new Map(), empty: [] }
  const into = columnNumber(layout.into)
  const line: Line = { name: unit.name, ordinal: null, valueOf: (means) => ofTable(table, means) }
  for (const head of heads) put(filled, { grid, at: [Number(head.at), into], head, line, period, money, tells: true })
  return filled
}

function filledAcross({ grid, layout, heads, unit, period, table, parts, money }: Filling): Filled {
  const filled: Filled = { cells: new Map(), empty: [] }
  const first = Number(layout.into)
  const whole: Line = { name: unit.name, ordinal: 1, valueOf: (means) => ofTable(table, means) }
  const nameColumn = heads.find(({ means }) => means === 'unit')
  const lines = nameColumn ? linesByUnit({ grid, first, column: columnNumber(nameColumn.at), whole, unit, parts, filled }) : new Map([[first, whole]])
  for (const head of heads) {
    const told = head.means === null ? null : ofTable(table, head.means)
    if (head.means === null) filled.empty.push({ text: head.text, why: 'not-mapped' })
    // Of a single line, and of what no unit has, the heading says it once.
    else if (told !== null && typeof told === 'string') filled.empty.push({ text: head.text, why: told })
    else for (const [row, line] of lines) put(filled, { grid, at: [row, columnNumber(head.at)], head, line, period, money, tells: lines.size === 1 })
  }
  return filled
}

interface Line { name: string; ordinal: number | null; valueOf(means: string): Sum | Empty['why'] }
interface ByUnit { grid: Grid; first: number; column: number; whole: Line; unit: Filling['unit']; parts: Filling['parts']; filled: Filled }

/** Rows that name units of ours, 合计 among them; where none does, blank rows from the first one on, a unit each. */
function linesByUnit({ grid, first, column, whole, unit, parts, filled }: ByUnit): Map<number, Line> {
  const shown = parts.filter(({ own, values }) => !own || Object.keys(values).length > 0)
  const lineOf = ({ unit: of, own, values }: Filling['parts'][number], ordinal: number): Line => ({ name: own && parts.length > 1 ? `${of.name}本级` : of.name, ordinal, valueOf: (means) => values[means] ?? 'nothing' })
  if (shown.every(({ own }) => own)) shown.splice(0)
  const lines = new Map<number, Line>()
  const named = new Set<string>()
  for (let row = first; row <= grid.lastRow; row += 1) {
    const text = textAt(grid, row, column).replace(/\s+/g, '')
    if (/^(合计|总计|小计|总数)[:：]?$/.test(text) || text === unit.name) lines.set(row, { ...whole, ordinal: null })
    const part = shown.find(({ unit: of, own }) => !own && text !== '' && (of.name === text || of.name.replace(/(社区|街道|村)$/, '') === text))
    if (part) lines.set(row, lineOf(part, lines.size + 1))
    if (part) named.add(part.unit.id)
  }
  if (named.size > 0 || (shown.length === 0 && lines.size > 0)) {
    for (const { unit: of, own } of shown) if (!own && !named.has(of.id)) filled.empty.push({ text: of.name, why: 'no-row' })
    return lines
  }
  // A community's table has a row for the community: its grids stand in it only where it names them.
  const own = shown.length === 0 || unit.level === 'community' ? [whole] : shown.map((part, index) => lineOf(part, index + 1))
  let row = first
  for (const line of own) {
    if (row > mostRows || !isBlank(grid, row)) { filled.empty.push({ text: line.name, why: 'no-row' }); continue }
    lines.set(row, line)
    row += 1
  }
  return lines
}

const mostRows = 900

function isBlank(grid: Grid, row: number): boolean {
  return [...(grid.rows.get(row)?.values() ?? [])].every((text) => /^\d{0,3}$/.test(text))
}

interface Put { grid: Grid; at: [row: number, column: number]; head: Heading; line: Line; period: string; money: ReadonlySet<string>; tells: boolean }

function put({ cells, empty }: Filled, { grid, at, head, line, period, money, tells }: Put): void {
  const isTaken = textAt(grid, ...at) !== ''
  const say = (why: Empty['why']) => { if (tells) empty.push({ text: head.text, why }) }
  if (head.means === null) return say('not-mapped')
  const plain = head.means === 'unit' ? line.name : head.means === 'period' ? period : head.means === 'ordinal' ? (line.ordinal === null ? '' : String(line.ordinal)) : null
  if (plain !== null) {
    if (!isTaken && plain !== '') cells.set(cellName(...at), head.means === 'ordinal' ? { value: Number(plain), softness: 'exact', money: false } : { text: plain })
    return
  }
  const value = line.valueOf(head.means)
  if (typeof value === 'string') return say(value)
  if (isTaken) return void empty.push({ text: `${head.text}（${cellName(...at)}）`, why: 'taken' })
  cells.set(cellName(...at), { value: value.value, softness: value.softness, money: money.has(head.means) })
}

/** As the report has it: brought over is not counted, and not counted is no number. */
function ofTable(table: readonly Figure[], means: string): Sum | Empty['why'] {
  if (['unit', 'period', 'ordinal'].includes(means)) return { value: 0, softness: 'exact' }
  const figure = table.find(({ name }) => name === means)
  if (!figure) return 'nothing'
  if (figure.value !== null) return { value: figure.value, softness: figure.softness }
  return figure.uncounted > 0 ? 'uncounted' : 'imported-only'
}
