/**
 * `unit-imports/<recordId>`: all units of one import, accepted in one write together with its audit entry; they are then put in
 * place some hundred at a time. Broken off anywhere, the next run goes on: ids follow from the record id, so nothing comes twice.
 */
import { command } from '../cloud'
import { audited } from './audit'
import { collection } from './collection'
import { dropFile } from './files'
import type { Transaction } from './transaction'
import { addUnitsOnce, type UnitRecord } from './units'

export interface UnitImportRecord { _id: string; by: string; at: string; unitId: string; rows: number; added: number; known: number; units: UnitRecord[]; fileId: string; done: boolean }

const imports = collection<UnitImportRecord>('unit-imports')
const perWrite = 200

export const findUnitImport = imports.find

/** `parents`: the units that get new ones below them, with the `rev` that each had before what is below it was read; undefined: it was not there yet. false: somebody has changed that since. */
export async function acceptImport(transaction: Transaction, path: readonly string[], record: UnitImportRecord, parents: readonly { _id: string; rev: number | undefined }[]): Promise<boolean> {
  for (const { _id, rev } of parents) {
    const current = await transaction.find<UnitRecord>('units', _id)
    if (!current || (current.rev ?? 0) !== rev) return false
  }
  for (const { _id } of parents) await transaction.update('units', _id, { rev: command.inc(1) })
  await audited(transaction, path, { action: 'units/import', by: record.by, about: record._id, facts: { added: record.added } }, record.at)
  await transaction.add('unit-imports', record)
  return true
}

/** Parents come before their children, so that no unit ever hangs from nothing. */
export async function finishImport(record: UnitImportRecord): Promise<void> {
  for (let i = 0; i < record.units.length; i += perWrite) await addUnitsOnce(record.units.slice(i, i + perWrite))
  await dropFile(record.fileId)
  // The list has done its work; the units are the truth now.
  await imports.update({ _id: record._id, done: false }, { done: true, units: command.set([]) })
}

/** Those that were accepted and broke off. Whoever changes the tree puts them in place first, so that nothing comes between. */
export async function finishImports(): Promise<void> {
  for (let open = mostAtOnce; open === mostAtOnce; ) {
    const records = await imports.list({ done: false }, { limit: mostAtOnce })
    for (const record of records) await finishImport(record)
    open = records.length
  }
}

const mostAtOnce = 5
