/** The wide table: one column a unit in the tree's order, own facts (本级) first; empty where nothing was counted, and no column is ever sorted by value. */
import type { Output } from '#contract/call'
import type { monthTotals } from '#contract/totals/month'
import type { UnitBrief } from '#contract/values'
import { printAmount } from './figure-print'
import { figureGroups, figureRow, peopleFigure, type FigureRow } from './figure-rows'

/** Of a month or a longer time. */
type Totals = Pick<Output<typeof monthTotals>, 'figures' | 'parts' | 'lastYear'>

export interface Column { unit: UnitBrief; own: boolean; title: string }
export interface TableRow extends FigureRow { cells: (string | null)[] }
export interface TableGroup { title: string; rows: TableRow[] }
export interface UnitTable { columns: Column[]; groups: TableGroup[]; hasPrevious: boolean; hasLastYear: boolean }

export function unitTable(totals: Totals): UnitTable {
  const columns = totals.parts.map(({ unit, own }) => ({ unit, own, title: own ? '本级' : shortName(unit.name) }))
  const people = peopleFigure(totals.figures)
  const money = new Map(totals.figures.map((figure) => [figure.name, figure.money === true]))
  const withCells = (row: FigureRow): TableRow => ({
    ...row,
    cells: totals.parts.map((part) => {
      const value = part.values[row.name]
      return value === undefined ? null : printAmount(value, money.get(row.name))
    }),
  })
  const groups = figureGroups(totals.figures, totals).map((group) => ({ title: group.title, rows: group.rows.map(withCells) }))
  if (people) {
    const row = withCells({ ...figureRow(people, totals), label: '实名人数' })
    const events = groups.find((group) => group.title === '活动')
    if (events) events.rows.push(row)
    else groups.unshift({ title: '活动', rows: [row] })
  }
  return { columns, groups, hasPrevious: totals.figures.some((figure) => figure.previous !== null), hasLastYear: totals.figures.some(({ name }) => totals.lastYear?.[name] !== undefined) }
}

/** 柳桥社区 → 柳桥: the level stands above the table already. */
export function shortName(name: string): string {
  const short = name.replace(/(社区|街道|村|镇|乡)$/, '')
  return short.length >= 2 ? short : name
}
