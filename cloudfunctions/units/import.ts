/** A sheet of units: checked as a whole, then imported as a whole or not at all. */
import { createHash } from 'node:crypto'
import { importMaxBytes, importMaxRows, importUnits } from '../../contract/units/import'
import { mayNow } from '../_shared/records/grants'
import { isUpload, readUpload } from '../_shared/records/files'
import { inTransaction } from '../_shared/records/transaction'
import { acceptImport, findUnitImport, finishImport, finishImports, type UnitImportRecord } from '../_shared/records/unit-imports'
import { comingBelow, findUnit, findUnits, treeBelow, unitRecord, type UnitRecord } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { unitsAsked, type NewUnit } from '../_shared/rules/unit-sheet'
import type { Handler } from '../_shared/serve'
import { readSheet } from '../_shared/spreadsheet/read-sheet'

const mostTroubles = 100

export const handleImport: Handler<typeof importUnits> = async ({ recordId, under, fileId, what }, { caller, now, refuse }) => {
  const month = monthOf(now)
  const unit = await findUnit(under, month)
  if (!unit || unit.level === 'grid' || !caller.may(importUnits.name, unit.path)) return refuse('unit-not-found')
  const known = await findUnitImport(recordId)
  if (known) return known.by === caller.personKey && known.unitId === under ? finished(known) : refuse('upload-not-found')
  if (!isUpload(fileId, `${recordId}.xlsx`)) return refuse('upload-not-found')
  const bytes = await readUpload(fileId, importMaxBytes)
  if (bytes === 'missing') return refuse('upload-not-found')
  if (bytes === 'too-large') return refuse('file-too-large')
  const rows = readSheet(bytes, importMaxRows + 1)
  if (!rows) return refuse('not-a-spreadsheet')
  if (rows.length > importMaxRows + 1) return refuse('too-many-rows')

  // As in records/unit-children.ts: who changes what is below one of them from here on is seen by its `rev`.
  const seen = new Map((await treeBelow(unit, month)).map(({ _id, rev = 0 }) => [_id, rev]))
  await finishImports()
  const [below, coming, above] = await Promise.all([treeBelow(unit, month), comingBelow(under, month), findUnits(unit.path)])
  const names = new Map([...above.values()].map((one) => [one.level, one.name]))
  const asked = unitsAsked({ rows, under: { unit, above: names }, known: [...below, ...coming] })
  const told = { troubles: asked.troubles.slice(0, mostTroubles), rows: Math.max(0, rows.length - 1), added: asked.added.length, known: asked.known }
  if (what === 'check' || asked.troubles.length > 0) return { ...told, imported: false }

  const record: UnitImportRecord = {
    _id: recordId, by: caller.personKey, at: instant(now), unitId: under, rows: told.rows, added: told.added, known: told.known, fileId, done: false,
    units: recordsOf(recordId, asked.added, new Map(below.map((one) => [one._id, one]))),
  }
  // Where new ones come below.
  const gets = new Set(record.units.map(({ parentId }) => parentId))
  const parents = below.flatMap(({ _id }) => (_id === under || gets.has(_id) ? [{ _id, rev: seen.get(_id) }] : []))
  const accepted = await inTransaction(async (transaction) => {
    if (!(await mayNow(transaction, caller.personKey, importUnits.name, unit.path))) return null
    const earlier = await transaction.find<UnitImportRecord>('unit-imports', recordId)
    if (earlier) return earlier
    // Checked against a tree that somebody else has changed since.
    return (await acceptImport(transaction, unit.path, record, parents)) ? record : 'changed'
  })
  if (!accepted) return refuse('unit-not-found')
  if (accepted === 'changed') return refuse('changed-meanwhile')
  return finished(accepted)
}

async function finished(record: UnitImportRecord) {
  if (!record.done) await finishImport(record)
  return { troubles: [], rows: record.rows, added: record.added, known: record.known, imported: true }
}

/** Parents before children, each with the id that follows from the import and its place in it. */
function recordsOf(recordId: string, added: readonly NewUnit[], known: ReadonlyMap<string, UnitRecord>): UnitRecord[] {
  const made: UnitRecord[] = []
  for (const [i, { parent, name, level, order }] of added.entries()) {
    const above = typeof parent === 'number' ? made[parent] : known.get(parent)
    if (!above) throw new Error('a unit without a parent')
    made.push(unitRecord(above, { id: `u-${createHash('sha256').update(`${recordId} ${i}`).digest('hex').slice(0, 24)}`, name, level, order }))
  }
  return made
}
