/**
 * A month's figures as rows of a screen, in the order they came in (the order of reports), never sorted by value.
 * What was not counted becomes words, never 0.
 */
import type { Figure } from '#contract/totals/figure'
import { eventKindNames, eventKinds } from '#contract/events/kinds'
import type { SourceKind } from '#contract/work/source-kind'
import { printAmount, type Amount } from './figure-print'
import { barsOf, type Bar } from './trend'

export interface FigureRow {
  name: string
  /** 座谈会, and 参加 for the figure that stands under it. */
  label: string
  indented: boolean
  /** For ears and for titles, where the row above is not heard: 座谈会参加人次. */
  fullLabel: string
  unit: string
  /** null: nothing was counted. */
  print: string | null
  previous: string | null
  /** The same time of the year before. */
  lastYear: string | null
  /** Of the last half year; empty: too little is known. */
  bars: Bar[]
  /** 引用数 beside it, never in it. */
  imported: Brought | null
  /** 2 笔未计数, or null. */
  uncounted: string | null
}

/** `mark`: 引, or 纸 where all of it comes from paper. */
export interface Brought { print: string; mark: '引' | '纸' }

export interface FigureGroup { key: 'events' | 'publicity' | 'work'; title: string; rows: FigureRow[] }

const titles = { events: '活动', publicity: '宣传', work: '工作' } as const

/** What stands beside the figures; absent: nothing is known of it. */
export interface Beside {
  lastYear?: Record<string, NonNullable<Figure['previous']>> | null
  trend?: readonly { month: string; values: Record<string, Amount> }[]
  /** The one that runs. */
  thisMonth?: string
}

export function figureGroups(figures: readonly Figure[], beside: Beside = {}): FigureGroup[] {
  return (['events', 'publicity', 'work'] as const)
    .map((key) => ({ key, title: titles[key], rows: figures.filter((figure) => figure.group === key).map((figure) => figureRow(figure, beside)) }))
    .filter((group) => group.rows.length > 0)
}

/** 实名人数 stands by itself: it is counted anew for every scope and adds up with nothing. */
export function peopleFigure(figures: readonly Figure[]): Figure | null {
  return figures.find((figure) => figure.group === 'people') ?? null
}

/** 另有 M 人次未实名; null when everybody is known. */
export function unnamedWords(figure: Figure): string | null {
  return figure.unnamed !== undefined && figure.unnamed > 0 ? `另有 ${printAmount({ value: figure.unnamed, softness: figure.unnamedSoftness ?? 'exact' })} 人次未实名` : null
}

/** Marked where nothing was counted and it was brought over. */
function besideWords(amount: NonNullable<Figure['previous']>, money?: boolean): string {
  return `${printAmount(amount, money)}${amount.kinds ? ` ${markOf(amount.kinds)}` : ''}`
}

export function figureRow(figure: Figure, { lastYear, trend = [], thisMonth = '' }: Beside = {}): FigureRow {
  const label = labelOf(figure)
  const yearBefore = lastYear?.[figure.name]
  return {
    name: figure.name,
    ...label,
    unit: figure.unit,
    print: figure.value === null ? null : printAmount({ value: figure.value, softness: figure.softness }, figure.money),
    previous: figure.previous === null ? null : besideWords(figure.previous, figure.money),
    imported: figure.imported ? { print: printAmount(figure.imported, figure.money), mark: markOf(figure.imported.kinds) } : null,
    lastYear: yearBefore ? besideWords(yearBefore, figure.money) : null,
    bars: barsOf(trend.map(({ month, values }) => ({ month, amount: values[figure.name] ?? null })), figure.money === true, thisMonth),
    uncounted: figure.uncounted > 0 ? `${figure.value === null ? '' : '另有 '}${figure.uncounted} 笔未计数` : null,
  }
}

export function markOf(kinds: readonly SourceKind[]): '引' | '纸' {
  return kinds.every((kind) => kind === 'paper') ? '纸' : '引'
}

const parts = [
  { end: '_attendances', label: '参加', full: '参加人次' },
  { end: '_attendees', label: '实名', full: '实名人数' },
  { end: '_sessions', label: '上课', full: '上课场数' },
] as const

function labelOf(figure: Figure): Pick<FigureRow, 'label' | 'indented' | 'fullLabel'> {
  const kind = figure.group === 'events' ? eventKindNames.find((name) => figure.name.startsWith(`${name}_`)) : undefined
  if (kind === undefined) return { label: figure.zh, indented: false, fullLabel: figure.zh }
  const zh = eventKinds[kind].zh
  const part = parts.find((one) => figure.name === `${kind}${one.end}`)
  return part ? { label: part.label, indented: true, fullLabel: `${zh}${part.full}` } : { label: zh, indented: false, fullLabel: zh }
}
