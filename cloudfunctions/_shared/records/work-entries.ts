/** `work-entries/<recordId>`: 工作记录, read by unit and day, and corrected one version at a time. */
import { command } from '../cloud'
import { monthOf } from '../rules/calendar'
import { audited } from './audit'
import { workEntries, type WorkEntryRecord, type WorkVersion } from './facts'
import { addFactOnce, countedOr, isLate, type Ahead } from './outcome-of-month'
import { inTransaction } from './transaction'

export const findWorkEntry = workEntries.find
export const addWorkEntryOnce = (made: WorkEntryRecord, ahead: Ahead) => addFactOnce(workEntries, made, ahead)

/** Of a unit and all below it, both days included, newest day first. */
export function workEntriesOf(unitId: string, from: string, to: string, most: number): Promise<WorkEntryRecord[]> {
  return workEntries.list(
    { path: unitId, on: command.gte(from).and(command.lte(to)) },
    { orderBy: [['on', 'desc'], ['loggedAt', 'desc'], ['_id', 'asc']], limit: most },
  )
}

/** Which of these units have an entry of their own that stands in the month. One small query each. */
export async function unitsWithEntries(unitIds: readonly string[], month: string): Promise<Set<string>> {
  const found = await Promise.all(unitIds.map((unitId) => workEntries.list({ unitId, month, withdrawn: false }, { limit: 1, fields: ['unitId'] })))
  return new Set(found.flat().map(({ unitId }) => unitId))
}

/** On top of the version that was seen, with its entry in the audit; null: it is no longer the current one. `path`: where the unit was on that day. `at`: the server's time. */
export async function addVersion(entryId: string, seenRev: number, version: WorkVersion, path: readonly string[], { at, ahead }: { at: string; ahead: Ahead }): Promise<ReturnType<typeof countedOr> | null> {
  const { quantity, softness, on, withdrawn } = version
  return inTransaction(async (transaction) => {
    const current = await transaction.find<WorkEntryRecord>('work-entries', entryId)
    if (current?.rev !== seenRev) return null
    const late = await isLate(transaction, ahead)
    await audited(transaction, path, { action: 'work/correct', by: version.by, about: entryId, facts: { rev: seenRev + 1, withdrawn } }, at)
    await transaction.update('work-entries', entryId, {
      quantity, softness, on, month: monthOf(on), path: command.set([...path]), withdrawn, rev: seenRev + 1, versions: command.push([version]), toCount: true,
    })
    return countedOr(late)
  })
}
