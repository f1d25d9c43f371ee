/** `profiles/<unitId>`: 社区概况, its lines with every version of each; a line is written in one transaction with its entry in the audit. */
import type { SetLine } from '../rules/profile-change'
import { changedLines, type Refused } from '../rules/profile-change'
import type { Line } from '../rules/profile'
import { command } from '../cloud'
import { audited } from './audit'
import { collection } from './collection'
import { mayNow } from './grants'
import { inTransaction } from './transaction'

interface ProfileRecord { _id: string; lines: Line[] }

const profiles = collection<ProfileRecord>('profiles')

export async function profileOf(unitId: string): Promise<Line[]> {
  return (await profiles.find(unitId))?.lines ?? []
}

/** The line's revision, also of a repeat; or why not. */
export function writeLine(path: readonly string[], set: SetLine, call: string): Promise<number | Refused | 'unit-not-found'> {
  const unitId = path.at(-1) ?? ''
  return inTransaction(async (transaction): Promise<number | Refused | 'unit-not-found'> => {
    if (!(await mayNow(transaction, set.by, call, path))) return 'unit-not-found'
    const known = await transaction.find<ProfileRecord>('profiles', unitId)
    const changed = changedLines(known?.lines ?? [], set)
    if (typeof changed === 'string') return changed
    if (changed.lines !== null) {
      await audited(transaction, path, { action: call, by: set.by, about: unitId, facts: { line: set.lineId, rev: changed.rev, withdrawn: set.withdrawn } }, set.at)
      if (known) await transaction.update('profiles', unitId, { lines: command.set(changed.lines) })
      else await transaction.add('profiles', { _id: unitId, lines: changed.lines } satisfies ProfileRecord)
    }
    return changed.rev
  })
}
