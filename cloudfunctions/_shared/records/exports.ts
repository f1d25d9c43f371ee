/**
 * `exports/<person>:<unit>:<sha256>`: who took which file along, once for each, with its entry in the audit. Written down first, with
 * the bytes; then the file is kept in storage and the bytes leave the record. So no file lies in storage of which nothing is known, and
 * one that broke off is kept by the sweep. A path holds the hash of the bytes: whoever keeps it again, and whenever, keeps the same.
 */
import { command } from '../cloud'
import { audited } from './audit'
import { collection } from './collection'
import { dropFile, keepFile } from './files'
import { inTransaction } from './transaction'

/** `bytes`: base64, while the file is not kept. A document is 1 MB at most, so a file 700 KB. */
interface ExportRecord { _id: string; at: string; path: string; bytes: string | null; unkept: boolean; /** When its file goes; null: it is gone. Absent: it stays. */ goesAt?: string | null }
interface Taken { call: string; by: string; sha256: string; unitPath: readonly string[]; facts: Record<string, string | number>; at: string }
interface OwnFile { path: string; bytes: Buffer }

const records = collection<ExportRecord>('exports')

/** The file's id in storage. From the first write on it is taken along, whether or not it gets there. Throws NoKeys before anything is written. */
export async function takeAlong({ call, by, sha256, unitPath, facts, at }: Taken, { path, bytes }: OwnFile): Promise<string> {
  const record: ExportRecord = { _id: `${by}:${unitPath.at(-1) ?? ''}:${sha256}`, at, path, bytes: bytes.toString('base64'), unkept: true }
  await inTransaction(async (transaction) => {
    if (await transaction.find<ExportRecord>('exports', record._id)) return
    await audited(transaction, unitPath, { action: call, by, about: sha256, facts }, at)
    await transaction.add('exports', record)
  })
  return keep(record._id, { path, bytes })
}

/** The same of a file that is handed over in the answer and lies nowhere: told to the audit, once for each. Throws NoKeys before anything is written. */
export async function tellTaken({ call, by, sha256, unitPath, facts, at }: Taken): Promise<void> {
  const record: ExportRecord = { _id: `${by}:${unitPath.at(-1) ?? ''}:${sha256}`, at, path: '', bytes: null, unkept: false }
  await inTransaction(async (transaction) => {
    if (await transaction.find<ExportRecord>('exports', record._id)) return
    await audited(transaction, unitPath, { action: call, by, about: sha256, facts }, at)
    await transaction.add('exports', record)
  })
}

/** The same of a file that is too large for its record, or that is not to stay: its path is known before it is there, and it goes at `goesAt`. Asked for again, it goes later. */
export async function passOn({ call, by, sha256, unitPath, facts, at }: Taken, { path, bytes }: OwnFile, goesAt: string): Promise<string> {
  const _id = `${by}:${unitPath.at(-1) ?? ''}:${sha256}`
  await inTransaction(async (transaction) => {
    if (await transaction.find<ExportRecord>('exports', _id)) return transaction.update('exports', _id, { goesAt })
    await audited(transaction, unitPath, { action: call, by, about: sha256, facts }, at)
    await transaction.add('exports', { _id, at, path, bytes: null, unkept: false, goesAt } satisfies ExportRecord)
  })
  return keepFile(path, bytes)
}

/** Files whose time has come. Whoever has asked for one again meanwhile has it for as long as the address says. `now`: an instant. */
export async function dropWhatGoes(now: string, most: number): Promise<void> {
  for (const { _id, path, goesAt } of await records.list({ goesAt: command.lt(now) }, { fields: ['path', 'goesAt'], orderBy: [['goesAt', 'asc']], limit: most })) {
    const isWanted = (await records.list({ path, goesAt: command.gte(now) }, { fields: ['path'], limit: 1 })).length > 0
    // Its id is what storage answers to whoever writes there: nothing, and then that goes too.
    if (!isWanted) await dropFile(await keepFile(path, Buffer.alloc(0)))
    await records.update({ _id, goesAt }, { goesAt: null })
  }
}

/** Any number of times and at once. */
async function keep(id: string, { path, bytes }: OwnFile): Promise<string> {
  const fileId = await keepFile(path, bytes)
  await records.update({ _id: id, unkept: true }, { unkept: false, bytes: null })
  return fileId
}

/** What broke off between its record and its place. One by one: they are large. */
export async function keepWhatBrokeOff(most: number): Promise<void> {
  for (const { _id } of await records.list({ unkept: true }, { fields: ['path'], orderBy: [['_id', 'asc']], limit: most })) {
    const record = await records.find(_id)
    if (record?.bytes) await keep(_id, { path: record.path, bytes: Buffer.from(record.bytes, 'base64') })
  }
}
