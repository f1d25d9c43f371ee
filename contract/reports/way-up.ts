/** The way of a month's report: draft → submitted → approved, which closes the month, or returned with remarks. */
import * as v from 'valibot'
import { Day, Id, Instant, UnitBrief, count, openText } from '../values'
import { SectionKind } from './section-kind'

export const ReportState = v.picklist(['draft', 'submitted', 'returned', 'approved'])
export type ReportState = v.InferOutput<typeof ReportState>

/** SHA-256 of a snapshot, hex. */
export const SnapshotHash = v.pipe(v.string('总结的校验码不对'), v.regex(/^[0-9a-f]{64}$/, '总结的校验码不对'))

/** How many steps the report had when the person looked: who acts on an older one is told. */
export const StepsSeen = count('步数', 100, 0)

/** On a section, on a sentence of it (as it stood, shortened), or on the whole. */
export const Remark = v.object({
  section: v.optional(v.nullable(SectionKind), null),
  quote: v.optional(v.nullable(openText('所指的原文', 120)), null),
  text: openText('修改意见', 300, 'lines'),
})
export type Remark = v.InferOutput<typeof Remark>

export const Missing = v.object({ unit: UnitBrief, reason: v.string() })
export type Missing = v.InferOutput<typeof Missing>

/** Where the audit's chain stood with the approval in it: printed, it finds a tail that was cut off later. */
export const AuditCheckpoint = v.object({ chain: Id, n: v.number(), hash: v.string() })

/** What stands at the foot of a report that was handed in. */
export const HandedIn = v.object({
  /** Number of the snapshot, from 1. */
  n: v.number(),
  hash: SnapshotHash,
  filledBy: v.string(),
  submittedAt: Instant,
  /** Null: not approved. */
  approval: v.nullable(v.object({ checkedBy: v.string(), on: Day, /** 单人办理: the root has no second admin. */ alone: v.boolean(), checkpoint: AuditCheckpoint })),
})
export type HandedIn = v.InferOutput<typeof HandedIn>
