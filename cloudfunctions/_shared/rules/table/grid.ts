/** A sheet as whoever reads it sees it: what is written where, and which cells are one. Pure. */
import { columnLetters, columnNumber } from './columns'

interface Merge { top: number; left: number; bottom: number; right: number }
/** Rows and columns from 1. */
export interface Grid { rows: ReadonlyMap<number, ReadonlyMap<number, string>>; merges: readonly Merge[]; lastRow: number; lastColumn: number }

export function gridOf(rows: readonly { row: number; cells: ReadonlyMap<string, string> }[], merges: readonly string[]): Grid {
  const texts = new Map(rows.map(({ row, cells }) => [row, new Map([...cells].map(([letters, text]) => [columnNumber(letters), text]))]))
  return {
    rows: texts, merges: merges.flatMap(mergeOf),
    lastRow: Math.max(0, ...texts.keys()), lastColumn: Math.max(0, ...[...texts.values()].flatMap((row) => [...row.keys()])),
  }
}

/** What stands in the cell, or in the cells that it is one with. */
export function textAt(grid: Grid, row: number, column: number): string {
  const own = grid.rows.get(row)?.get(column)
  if (own !== undefined) return own
  const merge = grid.merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right)
  return merge ? grid.rows.get(merge.top)?.get(merge.left) ?? '' : ''
}

export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`

function mergeOf(ref: string): Merge[] {
  const [, left, top, right, bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? []
  return left && top && right && bottom ? [{ top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) }] : []
}
