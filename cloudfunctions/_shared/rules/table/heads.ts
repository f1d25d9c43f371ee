/** Where the headings of a table stand and what they say: in a row over the numbers or in a column before them, on one line or on two. Pure. */
import type { Layout } from '../../../../contract/reports/tables'
import { mostHeads } from '../../../../contract/reports/tables'
import { columnLetters, columnNumber } from './columns'
import { textAt, type Grid } from './grid'
import { meaningOf } from './meanings'

export interface Heading { at: string; text: string; means: string | null }

/** Further down and further right nobody puts headings. */
const [deepest, widest] = [30, 20]
const shownLayouts = 5

/** With what each seems to mean. */
export function headingsOf(grid: Grid, { axis, line, into }: Layout): Heading[] {
  const found = axis === 'across' ? across(grid, Number(line)) : down(grid, columnNumber(line), columnNumber(into))
  return found.slice(0, mostHeads).map((one) => ({ ...one, means: meaningOf(one.text) }))
}

/** The likeliest first; empty: nothing in it reads like headings. */
export function layoutsOf(grid: Grid): { layout: Layout; words: string }[] {
  const places: Layout[] = []
  for (let row = 1; row <= Math.min(grid.lastRow, deepest); row += 1) places.push({ axis: 'across', line: String(row), into: String(row + 1) })
  for (let column = 1; column <= Math.min(grid.lastColumn, widest); column += 1) {
    const into = firstBlankAfter(grid, column)
    if (into !== null) places.push({ axis: 'down', line: columnLetters(column), into: columnLetters(into) })
  }
  const scored = places
    .map((layout) => ({ layout, headings: headingsOf(grid, layout) }))
    .filter(({ headings }) => headings.length > 1 || headings.some(({ means }) => means !== null))
    .map(({ layout, headings }) => ({ layout, words: headings.slice(0, 4).map(({ text }) => text).join('、').slice(0, 40), score: headings.filter(({ means }) => means !== null).length }))
    // Of two lines of headings the lower one says more: it has the upper one in it.
    .sort((a, b) => b.score - a.score || (a.layout.axis === b.layout.axis ? columnOrRow(b.layout.line) - columnOrRow(a.layout.line) : a.layout.axis === 'across' ? -1 : 1))
  return scored.filter(({ score }, index) => index === 0 || score * 2 >= scored[0]!.score).slice(0, shownLayouts).map(({ layout, words }) => ({ layout, words }))
}

function across(grid: Grid, row: number): { at: string; text: string }[] {
  const above = distinct(grid, row - 1) > 1 ? row - 1 : null
  const heads = []
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const text = joined([above === null ? '' : textAt(grid, above, column), textAt(grid, row, column)])
    if (textAt(grid, row, column) !== '') heads.push({ at: columnLetters(column), text })
  }
  return heads
}

function down(grid: Grid, column: number, into: number): { at: string; text: string }[] {
  const heads = []
  for (let row = 1; row <= grid.lastRow; row += 1) {
    const own = textAt(grid, row, column)
    const before = column > 1 ? textAt(grid, row, column - 1) : ''
    if (own === '' || isNumber(own) || textAt(grid, row, into) !== '') continue
    heads.push({ at: String(row), text: joined([isNumber(before) ? '' : before, own]) })
  }
  return heads
}

/** The column in which most rows with words before it are empty. */
function firstBlankAfter(grid: Grid, column: number): number | null {
  for (let into = column + 1; into <= Math.min(grid.lastColumn + 1, widest + 5); into += 1) {
    if (down(grid, column, into).length >= Math.max(1, worded(grid, column) / 2)) return into
  }
  return null
}

function worded(grid: Grid, column: number): number {
  return [...grid.rows.keys()].filter((row) => textAt(grid, row, column) !== '').length
}

/** A title over the whole table is one text, however many cells it covers. */
function distinct(grid: Grid, row: number): number {
  const texts = new Set<string>()
  for (let column = 1; column <= grid.lastColumn; column += 1) texts.add(textAt(grid, row, column))
  texts.delete('')
  return texts.size
}

function joined(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join(' ').slice(0, 80)
}

const isNumber = (text: string) => /^[\d.,]+$/.test(text)
const columnOrRow = (line: string) => (/\d/.test(line) ? Number(line) : columnNumber(line))
