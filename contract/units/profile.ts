/** 社区概况 as a screen sees it: typed lines with unit, as-of day and history. Few people are 不足10, percentages are computed. */
import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id, Instant, RecordId, UnitBrief, count, openText } from '../values'

export const LineId = v.pipe(v.string('这一行不对'), v.regex(/^[a-z][a-z0-9_-]{1,39}$/, '这一行不对'))

export const mostItems = 20

/** What is typed. Of a percent nothing is but what it is computed from. `hundredths`: of the line's unit. */
export const TypedValue = v.variant('kind', [
  v.object({ kind: v.literal('number'), hundredths: count('数', 1_000_000_000_000, 0) }),
  v.object({ kind: v.literal('percent'), part: LineId, whole: LineId }),
  v.object({ kind: v.literal('date'), on: Day }),
  v.object({ kind: v.literal('text'), text: openText('内容', 500, 'lines') }),
  v.object({ kind: v.literal('list'), items: v.pipe(v.array(openText('每一条', 40), '内容不对'), v.minLength(1, '请至少写一条'), v.maxLength(mostItems, `最多 ${mostItems} 条`)) }),
], '内容不对')
export type TypedValue = v.InferOutput<typeof TypedValue>

/** What is shown. `few`: under 10 people or households, whose number nobody is told. Of a percent null: it cannot be said. */
export const ShownValue = v.variant('kind', [
  v.object({ kind: v.literal('number'), hundredths: v.nullable(v.number()), few: v.boolean() }),
  v.object({
    kind: v.literal('percent'), part: LineId, whole: LineId, hundredths: v.nullable(v.number()),
    /** Why it cannot be said: one is not there, too few, or the part is larger than the whole. */
    why: v.nullable(v.picklist(['missing', 'few', 'part-over-whole'])),
  }),
  v.object({ kind: v.literal('date'), on: Day }),
  v.object({ kind: v.literal('text'), text: v.string() }),
  v.object({ kind: v.literal('list'), items: v.array(v.string()) }),
])
export type ShownValue = v.InferOutput<typeof ShownValue>

export const ProfileLine = v.object({
  id: LineId,
  name: v.string(),
  /** Of a number. */
  unit: v.nullable(v.string()),
  /** Added by this unit. */
  own: v.boolean(),
  value: ShownValue,
  asOf: Day,
  rev: v.number(),
  /** Earlier values, newest first. */
  history: v.array(v.object({ value: ShownValue, asOf: Day, at: Instant })),
})
export type ProfileLine = v.InferOutput<typeof ProfileLine>

export const unitProfile = defineCall({
  name: 'units/profile',
  input: v.object({ unitId: Id }),
  /** Standard lines in their order, then own ones as they were added. */
  output: v.object({ unit: UnitBrief, lines: v.array(ProfileLine) }),
  failures: ['unit-not-found'],
})

/**
 * Writes a line, or a new value on top of the one that was seen (`rev`; 0: none was). Safe to repeat. A standard line has its name, kind and unit
 * already; an own one (`own-…`) brings them along. Withdrawn, it stands no more, and its history is kept.
 */
export const setProfileLine = defineCall({
  name: 'units/set-profile-line',
  input: v.object({
    recordId: RecordId,
    unitId: Id,
    lineId: LineId,
    rev: count('版本', 100, 0),
    value: TypedValue,
    asOf: Day,
    own: v.optional(v.object({ name: openText('名称', 20), unit: v.optional(openText('单位', 6)) })),
    withdrawn: v.optional(v.boolean('选项不对'), false),
  }),
  output: v.object({ lineId: LineId, rev: v.number() }),
  /** `name-missing`: an own line, without its name. */
  failures: ['unit-not-found', 'no-such-line', 'kind-does-not-fit', 'name-missing', 'name-taken', 'day-in-future', 'changed-meanwhile', 'changed-too-often', 'too-many-lines', 'record-id-taken'],
})
