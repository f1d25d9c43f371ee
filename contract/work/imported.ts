/** 引用数: what another system, another office or paper already holds. Brought over once with its source, marked wherever it stands, never mixed into what was counted. */
import * as v from 'valibot'
import { defineCall } from '../call'
import { FigureName } from '../totals/figure'
import { Id, Instant, RecordId, Softness, UnitBrief, count, openText } from '../values'
import { SourceKind } from './source-kind'

/** A month `2026-10`, a quarter `2026-Q4`, a year `2026`; of what stands open at a year's end that day, `2025-12-31`. Asia/Shanghai. */
export const Period = v.pipe(v.string('期间不对'), v.regex(/^(19|20)\d{2}(-(0[1-9]|1[0-2])|-Q[1-4]|-12-31)?$/, '期间不对'))

/** The same indicator also has records of that period: `apart`, these are others besides; `same`, the same things, so this one stands for comparison only. */
export const Overlap = v.picklist(['apart', 'same'], '请选是不是同一批')
export type Overlap = v.InferOutput<typeof Overlap>

export const fileKinds = ['pdf', 'xlsx', 'docx'] as const
/** In bytes. */
export const fileMaxBytes = 5 * 1024 * 1024

/** Hundredths of the figure's unit, so that two decimals stay exact; of money that is 分. */
export const Hundredths = count('数', 1_000_000_000_000, 0)

const said = {
  hundredths: v.number(),
  softness: Softness,
  source: v.object({ kind: SourceKind, name: v.string() }),
  overlap: v.nullable(Overlap),
  withdrawn: v.boolean(),
  at: Instant,
  /** Did the caller write it? */
  own: v.boolean(),
}

export const ImportedView = v.object({
  ...said,
  unit: UnitBrief,
  indicator: FigureName,
  zh: v.string(),
  /** 场次, 起; money is printed in 元. */
  measure: v.string(),
  money: v.optional(v.boolean()),
  period: Period,
  /** `url`: for 10 minutes; null: its bytes are not in their place yet. */
  file: v.nullable(v.object({ name: v.string(), bytes: v.number(), url: v.nullable(v.string()) })),
  rev: v.number(),
  /** Newest first, the current one too. */
  versions: v.array(v.object({ ...said, rev: v.number(), reason: v.nullable(v.string()) })),
})
export type ImportedView = v.InferOutput<typeof ImportedView>

/** What can be brought over. `open`: it stands open at a year's end, and nothing else of it is kept. */
export const Importable = v.object({ name: FigureName, zh: v.string(), measure: v.string(), money: v.optional(v.boolean()), open: v.optional(v.boolean()) })
export type Importable = v.InferOutput<typeof Importable>

/** Of a unit and all below it, whose period lies in the year, withdrawn ones too; in the order of reports, periods in their order. 200 at most. */
export const listImported = defineCall({
  name: 'work/imported',
  input: v.object({ unitId: Id, year: v.pipe(v.string('年份不对'), v.regex(/^(19|20)\d{2}$/, '年份不对')) }),
  output: v.object({ unit: UnitBrief, figures: v.array(ImportedView), more: v.boolean(), choices: v.array(Importable) }),
  failures: ['unit-not-found'],
})

/**
 * Brings a figure over (`rev` 0), or writes a new version of it, with its reason, on top of the one that was seen. One figure for a unit, an
 * indicator and a period. Safe to repeat. A file that came once stays until another one comes.
 */
export const importFigure = defineCall({
  name: 'work/import-figure',
  input: v.object({
    recordId: RecordId,
    unitId: Id,
    indicator: FigureName,
    period: Period,
    rev: count('版本', 100, 0),
    hundredths: Hundredths,
    softness: Softness,
    source: v.object({ kind: SourceKind, name: openText('来源', 40) }),
    /** Absent: not asked so far. */
    overlap: v.optional(Overlap),
    /** Uploaded as `incoming/<recordId>.<pdf, xlsx or docx>`. */
    file: v.optional(v.object({ fileId: v.pipe(v.string('没有找到文件'), v.maxLength(300, '没有找到文件')), name: openText('文件名', 80) })),
    withdrawn: v.optional(v.boolean('选项不对'), false),
    reason: v.optional(openText('更正原因', 100)),
  }),
  output: v.object({ recordId: RecordId, rev: v.number(), outcome: v.picklist(['counted', 'already-there', 'correction']) }),
  /** `also-recorded`: say whether it is the same. `there-already`: it is to be corrected. `period-overlaps`: a quarter or year holds one of its months, or the other way round. */
  failures: [
    'unit-not-found', 'no-such-figure', 'period-does-not-fit', 'period-in-future', 'nothing-of-it', 'thousand-is-1000', 'reason-missing', 'also-recorded', 'there-already',
    'period-overlaps', 'changed-meanwhile', 'changed-too-often', 'upload-not-found', 'file-too-large', 'file-not-known', 'record-id-taken',
  ],
})
