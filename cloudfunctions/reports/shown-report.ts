/** What a unit's report says: a draft follows the facts, what was handed in is shown word for word, whatever came since. */
import type { Report } from '../../contract/reports/report'
import type { Days } from '../../contract/reports/scope'
import type * as v from 'valibot'
import type { Caller } from '../_shared/caller'
import { reportsBelow } from '../_shared/records/reports'
import { readSnapshots } from '../_shared/records/snapshots'
import { findUnit, type UnitRecord } from '../_shared/records/units'
import { dayOf, monthOf, previousMonth } from '../_shared/rules/calendar'
import { monthOfLines, type Snapshot } from '../_shared/rules/closing/frozen-month'
import { approvalOf, stateOf, submissionOf, type Step } from '../_shared/rules/closing/way-up'
import type { Month } from '../_shared/rules/figures'
import { draftOfCampaign, draftOfDays } from './draft-of-days'
import { draftOfMonth, type Reported } from './draft-of-month'

type Whole = v.InferOutput<typeof Report>
/** With what it counts. `parts`: as they stood when it was handed in; absent: they are to be counted. */
export interface Shown { report: Whole; month: Month; parts?: Snapshot['parts'] }
interface Asked { unitId: string; month: string; n?: number | undefined }

/** The unit, if the caller may make this call for it. Null says nothing about what exists. */
export async function unitOfReport(call: string, unitId: string, { caller, now }: { caller: Caller; now: number }): Promise<UnitRecord | null> {
  const unit = await findUnit(unitId, monthOf(now))
  return unit && caller.may(call, unit.path) ? unit : null
}

/** Of the campaign or the days that were asked for, or of the month. */
export function askedReport(unit: UnitRecord, { days, campaignId, ...of }: Asked & { days?: Days | undefined; campaignId?: string | undefined }, now: number): Promise<Shown | 'no-such-snapshot' | 'days-not-in-order' | 'too-many-days' | 'campaign-not-found'> {
  if (campaignId !== undefined) return draftOfCampaign(unit, campaignId, now)
  return days ? draftOfDays(unit, days, now) : shownReport(unit, of, now)
}

export async function shownReport(unit: Reported, { month, n }: Asked, now: number): Promise<Shown | 'no-such-snapshot'> {
  const known = await reportsBelow(unit._id, [previousMonth(month), month])
  const steps = known.find((one) => one.unitId === unit._id && one.month === month)?.steps ?? []
  const isWithThem = ['submitted', 'approved'].includes(stateOf(steps))
  if (n === undefined && !isWithThem) {
    const { report, counted } = await draftOfMonth(unit, { month, now }, known)
    return { report, month: counted.month }
  }
  const submission = submissionOf(steps, n ?? approvalOf(steps)?.n)
  if (!submission) return 'no-such-snapshot'
  const [snapshot] = await readSnapshots([{ unitId: unit._id, month, hash: submission.hash, pieces: submission.pieces }])
  const { report, lines, parts } = snapshot!
  return { report: { ...report, days: null, campaign: null, editing: null, asOf: submission.at, handedIn: handedIn(steps, submission.n) }, month: monthOfLines(lines), parts }
}

function handedIn(steps: readonly Step[], n: number): Whole['handedIn'] {
  const submission = submissionOf(steps, n)
  if (!submission) return null
  const approval = approvalOf(steps)
  return {
    n, hash: submission.hash, filledBy: submission.name, submittedAt: submission.at,
    approval: approval?.n === n ? { checkedBy: approval.name, on: dayOf(approval.at), alone: approval.alone, checkpoint: approval.checkpoint } : null,
  }
}
