import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Month, UnitBrief } from '../values'
import { Corrections } from './correction'
import { Remark, ReportState, SnapshotHash } from './way-up'

/** How far a month's report is on its way up, what the caller may do next, and what came after it was closed. */
export const reportStanding = defineCall({
  name: 'reports/standing',
  input: v.object({ unitId: Id, month: Month }),
  output: v.object({
    unit: UnitBrief,
    month: Month,
    state: ReportState,
    /** The first is the oldest. */
    steps: v.array(v.object({
      what: v.picklist(['submit', 'approve', 'send-back']), at: Instant, name: v.string(), n: v.number(), hash: v.nullable(SnapshotHash),
      remarks: v.array(Remark), alone: v.boolean(),
    })),
    /** Handed in and not approved: are the figures other ones by now? Then it is to be handed in again. */
    changedSince: v.boolean(),
    /** `alone`: approving would be 单人办理. */
    may: v.object({ submit: v.boolean(), approve: v.boolean(), sendBack: v.boolean(), alone: v.boolean() }),
    /** Units right below that have a report of their own, in the tree's order. */
    parts: v.array(v.object({
      unit: UnitBrief, state: ReportState, at: v.nullable(Instant),
      /** So many 引用数 with their file stand in for it, so that no other reason is asked for. Absent: none. */
      standIn: v.optional(v.number()),
    })),
    /** Of a closed month. Null: nothing came or changed. */
    corrections: v.nullable(Corrections),
  }),
  failures: ['unit-not-found'],
})
