/** How far a month's report is on its way up, and what the caller may do next. */
import type { Output } from '../../contract/call'
import { reportStanding } from '../../contract/reports/standing'
import type { Caller } from '../_shared/caller'
import { correctionsSince } from '../_shared/records/corrections-since'
import { countedMonth, shownOf } from '../_shared/records/counted-month'
import { adminsOn } from '../_shared/records/grants'
import { standInsFor } from '../_shared/records/imported'
import { stepsOf } from '../_shared/records/reports'
import { unitBrief, type UnitRecord } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { countedHash, linesOf } from '../_shared/rules/closing/frozen-month'
import { isOwn, mayOnlyAlone, stateOf, submissionOf, type Step } from '../_shared/rules/closing/way-up'
import type { Handler } from '../_shared/serve'
import { openOf, partsBelow } from './parts-below'
import { unitOfReport } from './shown-report'

export const handleReportStanding: Handler<typeof reportStanding> = async ({ unitId, month }, scene) => {
  const { caller, now, refuse } = scene
  const unit = await unitOfReport(reportStanding.name, unitId, scene)
  if (!unit) return refuse('unit-not-found')
  const [steps, parts] = await Promise.all([stepsOf(unitId, month), partsBelow(unit, month)])
  const state = stateOf(steps)
  const standIns = await standInsFor(openOf(parts).map((part) => part.unit._id), month)
  const counted = state === 'submitted' || state === 'approved' ? await countedMonth(unitId, { month, now }) : null
  const closed = counted?.closed.month ?? null
  return {
    unit: unitBrief(unit), month, state,
    steps: steps.map((step) => ({
      what: step.what, at: step.at, name: step.name, n: step.n, hash: step.hash,
      remarks: step.what === 'send-back' ? step.remarks : [], alone: step.what === 'approve' && step.alone,
    })),
    changedSince: state === 'submitted' && counted !== null && countedHash(linesOf(counted.month, shownOf)) !== submissionOf(steps)?.counted,
    may: unit.level === 'grid' ? { submit: false, approve: false, sendBack: false, alone: false }
      : await mayOf(unit, steps, { caller, monthIsOver: month < monthOf(now) }),
    parts: parts.map((part) => ({ unit: unitBrief(part.unit), state: stateOf(part.report?.steps ?? []), at: part.report?.steps.at(-1)?.at ?? null, ...(standIns.has(part.unit._id) && { standIn: standIns.get(part.unit._id)?.figures ?? 0 }) })),
    corrections: closed && counted && (await correctionsSince(closed, { month: counted.live.month, entries: counted.facts.entries }, instant(now))),
  }
}

type May = Output<typeof reportStanding>['may']

async function mayOf({ path }: UnitRecord, steps: readonly Step[], { caller, monthIsOver }: { caller: Caller; monthIsOver: boolean }): Promise<May> {
  const state = stateOf(steps)
  const submission = submissionOf(steps)
  const submit = state !== 'approved' && monthIsOver && caller.may('reports/submit', path)
  const root = path.length === 1 ? path[0] : undefined
  if (state !== 'submitted' || !submission || !caller.may('reports/approve', root === undefined ? path.slice(0, -1) : path)) return { submit, approve: false, sendBack: false, alone: false }
  if (!isOwn(submission, caller.personKey)) return { submit, approve: true, sendBack: true, alone: false }
  const alone = root !== undefined && mayOnlyAlone(submission, caller.personKey, { adminsOfRoot: await adminsOn(root) })
  return { submit, approve: alone, sendBack: false, alone }
}
