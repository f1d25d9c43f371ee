/** `work-entries/<recordId>`: 工作记录, read by unit and day, and corrected one version at a time. */
import { command } from '../cloud'
import { monthOf } from '../rules/calendar'
import { workEntries, type WorkEntryRecord, type WorkVersion } from './facts'

export const findWorkEntry = workEntries.find
export const addWorkEntryOnce = workEntries.addOnce

/** Of a unit and all below it, both days included, newest day first. */
export function workEntriesOf(unitId: string, from: string, to: string, most: number): Promise<WorkEntryRecord[]> {
  return workEntries.list(
    { path: unitId, on: command.gte(from).and(command.lte(to)) },
    { orderBy: [['on', 'desc'], ['loggedAt', 'desc'], ['_id', 'asc']], limit: most },
  )
}

/** On top of the version that was seen; false: it is no longer the current one. */
export async function addVersion(entryId: string, seenRev: number, version: WorkVersion): Promise<boolean> {
  const { quantity, softness, on, withdrawn } = version
  return (await workEntries.update({ _id: entryId, rev: seenRev }, {
    quantity, softness, on, month: monthOf(on), withdrawn, rev: seenRev + 1, versions: command.push([version]),
  })) === 1
}
