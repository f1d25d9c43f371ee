/** `exports/<person>:<sha256>`: who took which file along, once for each, with its entry in the audit. */
import { audited } from './audit'
import { inTransaction } from './transaction'

interface ExportRecord { _id: string; at: string }
interface Taken { call: string; by: string; sha256: string; path: readonly string[]; facts: Record<string, string | number>; at: string }

export function noteExport({ call, by, sha256, path, facts, at }: Taken): Promise<void> {
  return inTransaction(async (transaction) => {
    const record: ExportRecord = { _id: `${by}:${sha256}`, at }
    if (await transaction.find<ExportRecord>('exports', record._id)) return
    await audited(transaction, path, { action: call, by, about: sha256, facts }, at)
    await transaction.add('exports', record)
  })
}
