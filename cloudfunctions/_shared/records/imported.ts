/**
 * `imported/<unit>:<period>:<indicator>`: 引用数, so one for the three. The current version on top, all versions beneath, append-only under `rev`,
 * each with its entry in the audit.
 */
import type { Softness } from '../../../contract/values'
import type { Overlap } from '../../../contract/work/imported'
import type { SourceKind } from '../../../contract/work/source-kind'
import { command } from '../cloud'
import { monthsOf, overlaps, type Months } from '../rules/imported/period'
import type { ImportedLine } from '../rules/imported/imported-figures'
import { audited } from './audit'
import { collection } from './collection'
import { mayNow } from './grants'
import { countedOr, isLate, type Ahead } from './outcome-of-month'
import { inTransaction } from './transaction'

/** `upload`: where its bytes still lie; null: they are in their place. */
export interface ImportedFile { fileId: string; name: string; bytes: number; sha256: string; upload: string | null }

/** What one version says. `hundredths`: of the figure's unit; money: 分. */
export interface ImportedSaid { hundredths: number; softness: Softness; source: { kind: SourceKind; name: string }; overlap: Overlap | null; withdrawn: boolean }
export interface ImportedVersion extends ImportedSaid { recordId: string; reason: string | null; file: Omit<ImportedFile, 'upload'> | null; by: string; at: string }

export interface ImportedRecord extends ImportedSaid {
  _id: string
  unitId: string
  /** Root … unit, as of its period. */
  path: string[]
  indicator: string
  period: string
  from: string
  to: string
  file: ImportedFile | null
  fileDue: boolean
  rev: number
  /** Its month's kept totals do not hold it yet (records/to-count.ts). */
  toCount?: boolean
  versions: ImportedVersion[]
}

const imported = collection<ImportedRecord>('imported')

export interface Of { unitId: string; path: readonly string[]; indicator: string; period: string }

export const importedId = ({ unitId, period, indicator }: Omit<Of, 'path'>): string => `${unitId}:${period}:${indicator}`
export const findImported = imported.find

/** Of the unit and all below it, each period within these months; withdrawn ones too. */
export function importedIn(unitId: string, { from, to }: Months, most: number): Promise<ImportedRecord[]> {
  return imported.list({ path: unitId, from: command.gte(from).and(command.lte(to)), to: command.lte(to) }, { orderBy: [['from', 'asc'], ['_id', 'asc']], limit: most })
}

/** Those that stand, of the unit and all below it, each period within these months. One operation for 500. */
export async function importedLines(unitId: string, { from, to }: Months): Promise<ImportedLine[]> {
  const fields = ['unitId', 'path', 'indicator', 'period', 'hundredths', 'softness', 'source', 'overlap', 'file.fileId']
  const found = await imported.all({ path: unitId, from: command.gte(from).and(command.lte(to)), to: command.lte(to), withdrawn: false }, 500, fields)
  return found.map(({ _id, unitId: of, path, indicator, period, hundredths, softness, source, overlap, file }) => ({ _id, unitId: of, path, indicator, period, hundredths, softness, source, overlap, hasFile: file != null }))
}

/** How many figures of the month stand in for each of these units, those without any absent: each with its file, or it stands in for nothing. */
export async function standInsFor(unitIds: readonly string[], month: string): Promise<Map<string, { figures: number; from: string[] }>> {
  const found = unitIds.length === 0 ? [] : await imported.all({ unitId: command.in([...unitIds]), period: month, withdrawn: false, file: command.neq(null) }, 500, ['unitId', 'source'])
  const standIns = new Map<string, { figures: number; from: string[] }>()
  for (const { unitId, source } of found) {
    const before = standIns.get(unitId) ?? { figures: 0, from: [] }
    standIns.set(unitId, { figures: before.figures + 1, from: [...new Set([...before.from, source.name])] })
  }
  return standIns
}

/** Another one of the same unit and indicator that stands and shares a month with the period. */
export async function importedBeside(of: Of): Promise<boolean> {
  const found = await imported.list({ unitId: of.unitId, indicator: of.indicator, withdrawn: false }, { fields: ['period'], limit: 200 })
  return found.some(({ _id, period }) => _id !== importedId(of) && period.length !== 10 && overlaps(monthsOf(period), monthsOf(of.period)))
}

interface Written { record: ImportedRecord; outcome: 'counted' | 'correction' | 'already-there' }

/** On top of the version that was seen; `changed`: it is not the current one. A withdrawn one begins anew from 0, too. */
export function addImported(of: Of, rev: number, version: ImportedVersion, { upload, call, ahead }: { upload: string | null; call: string; ahead: Ahead }): Promise<Written | 'changed' | 'not-allowed'> {
  const _id = importedId(of)
  const { hundredths, softness, source, overlap, withdrawn, by, at } = version
  return inTransaction(async (transaction): Promise<Written | 'changed' | 'not-allowed'> => {
    if (!(await mayNow(transaction, by, call, of.path))) return 'not-allowed'
    const known = await transaction.find<ImportedRecord>('imported', _id)
    if (known?.versions.at(-1)?.recordId === version.recordId) return { record: known, outcome: 'already-there' }
    if (!isOnTop(known, rev)) return 'changed'
    const late = await isLate(transaction, ahead)
    const next = (known?.rev ?? 0) + 1
    const file = version.file ? { ...version.file, upload } : known?.file ?? null
    const said = { hundredths, softness, source, overlap, withdrawn, file, fileDue: file !== null && file.upload !== null, rev: next }
    await audited(transaction, of.path, { action: call, by, about: _id, facts: { rev: next, withdrawn } }, at)
    const record: ImportedRecord = { _id, unitId: of.unitId, path: [...of.path], indicator: of.indicator, period: of.period, ...monthsOf(of.period), ...said, toCount: true, versions: [...(known?.versions ?? []), version] }
    if (known) await transaction.update('imported', _id, { ...said, toCount: true, source: command.set(source), file: command.set(file), versions: command.push([version]) })
    else await transaction.add('imported', record)
    return { record, outcome: countedOr(late) }
  })
}

export function isOnTop(known: Pick<ImportedRecord, 'rev' | 'withdrawn'> | null, rev: number): boolean {
  return known === null ? rev === 0 : rev === known.rev || (rev === 0 && known.withdrawn)
}

export function importedWithFilesDue(most: number): Promise<ImportedRecord[]> {
  return imported.list({ fileDue: true }, { orderBy: [['_id', 'asc']], limit: most })
}

export async function fileIsKept(_id: string, sha256: string): Promise<void> {
  await imported.update({ _id, fileDue: true, 'file.sha256': sha256 }, { 'file.upload': null, fileDue: false })
}
