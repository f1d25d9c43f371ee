/**
 * A monthly report as data: every number is a run of its own (a token) that names the figure it prints, so that the
 * number on screen, in Word and in the totals is one number.
 */
import * as v from 'valibot'
import { Figure, SumSoftness } from '../totals/figure'
import { Day, Id, Instant, Month, UnitBrief } from '../values'
import { Corrections } from './correction'
import { Days } from './scope'
import { SectionKind } from './section-kind'
import { HandedIn, Missing } from './way-up'

export const Run = v.union([
  v.object({ text: v.string() }),
  /** `figure`: a `TokenName`. `print`: with its softness and unit as it stands in the text: 12条, 300余份. */
  v.object({ figure: v.string(), print: v.string() }),
])
export type Run = v.InferOutput<typeof Run>

export const Report = v.object({
  unit: UnitBrief,
  /** Of the last day. */
  month: Month,
  /** Null: the whole month. Such a report closes nothing. Absent from those that were handed in before there were any. */
  days: v.optional(v.nullable(Days), null),
  /** Only what is this campaign's, whose days `days` are then. */
  campaign: v.optional(v.nullable(v.object({ id: Id, name: v.string() })), null),
  asOf: Instant,
  title: v.string(),
  sections: v.array(v.object({ kind: SectionKind, heading: v.nullable(v.string()), paragraphs: v.array(v.array(Run)) })),
  /** 附表一: indicators with their period before. Column `previous` is left out in print when `hasPrevious` is false. */
  table: v.array(Figure),
  hasPrevious: v.boolean(),
  /** 附表2: sessions held, by start. */
  events: v.array(v.object({ eventId: Id, sessionId: Id, on: Day, kindZh: v.string(), title: v.string(), placeName: v.string(), hostUnitName: v.string(), attendances: v.nullable(v.number()), /** Of `attendances`; absent means exact. */ softness: v.optional(SumSoftness), split: v.string() })),
  /** Communities or streets below that have not closed this month, and why they are not waited for: what they have is counted as it stands. */
  missing: v.array(Missing),
  /** What came or changed in the month before after that one was closed: told beside this month's figures, never among them. Null: nothing. */
  corrections: v.nullable(Corrections),
  /** The words were edited: by whom last, and what its editors should know. Absent or null: as drafted. */
  editing: v.optional(v.nullable(v.object({
    by: v.string(), at: Instant, rev: v.number(),
    /** Names of figures that stand in the words and have no number any more: nothing is printed for them. */
    withoutNumber: v.array(v.string()),
    /** Of figures that came after it was drafted and stand nowhere in the words. */
    unsaid: v.array(v.string()),
  })), null),
  /** Null: a draft, which follows the facts. Otherwise what was handed in, word for word. */
  handedIn: v.nullable(HandedIn),
})
export type Report = v.InferOutput<typeof Report>
