/**
 * A superior's own empty table (上级的表): an .xlsx uploaded once, of which each heading means a figure, filled for any period by what the report of that period says. Of its
 * first sheet only; whatever is written there already stays.
 */
import * as v from 'valibot'
import { defineCall } from '../call'
import { FigureName } from '../totals/figure'
import { Id, Month, RecordId, UnitBrief, count, openText } from '../values'
import { Days } from './scope'

export const tableMaxBytes = 300 * 1024
export const mostTables = 20
/** Headings of one table. */
export const mostHeads = 120

/** A column by its letters or a row by its number, as the spreadsheet shows them. */
const Spot = v.pipe(v.string('表里的位置不对'), v.regex(/^([A-Z]{1,2}|[1-9]\d{0,2})$/, '表里的位置不对'))

/** `across`: headings stand in a row, `line`, and numbers below them from the row `into` on. `down`: in the column `line`, numbers in the column `into`. */
export const Layout = v.object({ axis: v.picklist(['across', 'down'], '请选表头横着还是竖着'), line: Spot, into: Spot })
export type Layout = v.InferOutput<typeof Layout>

/** What else a heading can ask for besides a figure: the unit's name, the row's number, the period in words. */
const plainMeanings = ['unit', 'ordinal', 'period'] as const
const Meaning = v.union([v.picklist(plainMeanings), FigureName], '对应的指标不对')

/** `means` null: nothing of ours, so it stays empty. */
const Head = v.object({ at: Spot, text: v.string(), means: v.nullable(v.string()) })

export const TableView = v.object({
  id: Id,
  /** Whose it is; units below it fill it too. */
  unit: UnitBrief,
  name: v.string(),
  rev: v.number(),
  layout: Layout,
  /** Where headings may stand, the likeliest first, with some of their words. */
  layouts: v.array(v.object({ layout: Layout, words: v.string() })),
  heads: v.array(Head),
  /** May the caller change it? */
  own: v.boolean(),
})
export type TableView = v.InferOutput<typeof TableView>

/** Tables of the unit and of those above it, the newest first; and what a heading can mean. */
export const listTables = defineCall({
  name: 'reports/tables',
  input: v.object({ unitId: Id }),
  output: v.object({ unit: UnitBrief, tables: v.array(TableView), figures: v.array(v.object({ name: FigureName, zh: v.string(), measure: v.string() })) }),
  failures: ['unit-not-found'],
})

/** Keeps an empty table with what its headings seem to mean. Safe to repeat. */
export const addTable = defineCall({
  name: 'reports/add-table',
  input: v.object({
    recordId: RecordId, unitId: Id, name: openText('表名', 40),
    /** Uploaded as `incoming/<recordId>.xlsx`. */
    fileId: v.pipe(v.string('没有找到文件'), v.maxLength(300, '没有找到文件')),
  }),
  output: TableView,
  failures: ['unit-not-found', 'upload-not-found', 'file-too-large', 'not-a-spreadsheet', 'no-heads', 'too-many-tables', 'record-id-taken'],
})

/** Says what its headings mean, all of them, on top of the version that was seen; or takes it away. Other headings than before: they are proposed anew. Safe to repeat. */
export const mapTable = defineCall({
  name: 'reports/map-table',
  input: v.object({
    unitId: Id, tableId: Id, rev: count('版本', 1_000_000), layout: Layout,
    means: v.pipe(v.array(v.object({ at: Spot, means: Meaning }), '对应的指标不对'), v.maxLength(mostHeads, `表头最多 ${mostHeads} 个`)),
    gone: v.optional(v.boolean('选项不对'), false),
  }),
  output: TableView,
  failures: ['unit-not-found', 'no-such-table', 'no-heads', 'no-such-figure', 'changed-meanwhile'],
})

/** Why a heading or a unit got no number: nothing was said of it, nothing of it happened, nobody counted it, it was only brought over, something stands there already, there is no row for the unit. */
export const EmptyWhy = v.picklist(['not-mapped', 'nothing', 'uncounted', 'imported-only', 'taken', 'no-row'])

/** The table with the unit's numbers of a month or some days, as numbers. Kept in storage; the address expires after 10 minutes. */
export const fillTable = defineCall({
  name: 'reports/fill-table',
  input: v.object({ tableId: Id, unitId: Id, month: Month, /** As in reports/draft. */ days: v.optional(Days), campaignId: v.optional(Id) }),
  output: v.object({
    fileId: v.string(), url: v.string(), name: v.string(), bytes: v.number(),
    /** Cells. */
    filled: v.number(),
    empty: v.array(v.object({ text: v.string(), why: EmptyWhy })),
  }),
  failures: ['unit-not-found', 'no-such-table', 'days-not-in-order', 'too-many-days', 'campaign-not-found'],
})
