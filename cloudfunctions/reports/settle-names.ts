/** A closed month needs no names of who walked in any more: they go with the closing. Broken off, the sweep goes on. */
import { blankNamesOfMonth } from '../_shared/records/counts'
import { closedWithNamesDue, namesAreSettled, reportId } from '../_shared/records/reports'

export async function settleNames(of: { unitId: string; month: string }): Promise<void> {
  await blankNamesOfMonth(of)
  await namesAreSettled(reportId(of.unitId, of.month))
}

export async function settleNamesThatBrokeOff(most: number): Promise<void> {
  for (const closed of await closedWithNamesDue(most)) await settleNames(closed)
}
