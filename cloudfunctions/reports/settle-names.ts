/** A closed month needs no names of who walked in any more: their day is the day of the closing. Broken off, the sweep goes on. */
import { takeNamesAtTheDoorBy } from '../_shared/records/counts'
import { closedWithNamesDue, namesAreSettled, reportId } from '../_shared/records/reports'
import { dayOf } from '../_shared/rules/calendar'
import { approvalOf } from '../_shared/rules/closing/way-up'

interface Closed { unitId: string; month: string; /** The instant. */ closedAt: string }

export async function settleNames({ unitId, month, closedAt }: Closed): Promise<void> {
  await takeNamesAtTheDoorBy(dayOf(closedAt), { unitId, month })
  await namesAreSettled(reportId(unitId, month))
}

export async function settleNamesThatBrokeOff(most: number): Promise<void> {
  for (const { unitId, month, steps } of await closedWithNamesDue(most)) {
    const approval = approvalOf(steps)
    if (approval) await settleNames({ unitId, month, closedAt: approval.at })
  }
}
