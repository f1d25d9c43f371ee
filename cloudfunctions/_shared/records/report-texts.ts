/**
 * `report-texts/<unit>:<month>`: the words of a month's report as they are edited, and `report-versions/<unit>:<month>:<n>`: what each person made of
 * them in one go. Both are written in one transaction, in which the rights and the way up are read once more.
 */
import type { Change } from '../../../contract/reports/text'
import { longestText, mostBlocks } from '../../../contract/reports/text'
import { stateOf } from '../rules/closing/way-up'
import { changed, lengthOf, type BlockRecord } from '../rules/editing/blocks'
import { command } from '../cloud'
import { collection } from './collection'
import { grantsNow, holdingIn } from './grants'
import { reportId, untakenReport, type ReportRecord } from './reports'
import { inTransaction, type Transaction } from './transaction'

export interface TextRecord {
  _id: string
  unitId: string
  month: string
  path: string[]
  /** Moves with every change. */
  rev: number
  blocks: BlockRecord[]
  /** Figures that there were when it was drafted: what comes later and stands nowhere in the text is told. */
  drafted: string[]
  /** The newest version, and who goes on writing it. `by` null: as drafted. */
  version: { n: number; by: string | null; begunAt: string }
  /** The `rev` that was handed in last. Absent: none. */
  handedIn?: number
}
/** The text as it stood at the end of it. */
export interface VersionRecord { _id: string; textId: string; n: number; by: string | null; name: string | null; begunAt: string; at: string; rev: number; recordId: string | null; blocks: BlockRecord[] }

const texts = collection<TextRecord>('report-texts')
const versions = collection<VersionRecord>('report-versions')

/** In ms: who goes on within it writes the same version. */
const inOneGo = 15 * 60_000
const versionId = (ofText: string, n: number) => `${ofText}:${n}`

export const findText = (unitId: string, month: string): Promise<TextRecord | null> => texts.find(reportId(unitId, month))

/** Only its `rev`; null: nobody has begun. */
export async function revOfText(unitId: string, month: string): Promise<number | null> {
  return (await texts.list({ _id: reportId(unitId, month) }, { fields: ['rev'], limit: 1 }))[0]?.rev ?? null
}

/** Units whose text of the month is laid down. */
export async function textsOfMonth(month: string): Promise<Set<string>> {
  return new Set((await texts.all({ month }, 1000, ['unitId'])).map(({ unitId }) => unitId))
}

export type EditedText = TextRecord & { version: { by: string } }

export function isEdited(text: TextRecord | null): text is EditedText {
  return text !== null && text.version.by !== null
}

/** Who changed a word last; null: nobody. */
export function lastEditor(text: TextRecord | null): string | null {
  return isEdited(text) ? text.blocks.reduce<BlockRecord | null>((last, one) => (one.by !== null && (last === null || one.rev > last.rev) ? one : last), null)?.by ?? text.version.by : null
}

interface Drafted { unitId: string; month: string; path: readonly string[]; blocks: BlockRecord[]; drafted: string[]; at: string }

/** Lays what was drafted down, once; what nobody has touched gives way to what is drafted now. */
export async function layDown({ unitId, month, path, blocks, drafted, at }: Drafted): Promise<TextRecord> {
  const id = reportId(unitId, month)
  const fresh: TextRecord = { _id: id, unitId, month, path: [...path], rev: 1, blocks, drafted, version: { n: 1, by: null, begunAt: at } }
  return inTransaction(async (transaction) => {
    const known = await transaction.find<TextRecord>('report-texts', id)
    if (isEdited(known)) return known
    const version: VersionRecord = { _id: versionId(id, 1), textId: id, n: 1, by: null, name: null, begunAt: at, at, rev: 1, recordId: null, blocks }
    if (!known) {
      await transaction.add('report-texts', fresh)
      await transaction.add('report-versions', version)
      return fresh
    }
    if (JSON.stringify(known.blocks.map(({ runs }) => runs)) === JSON.stringify(blocks.map(({ runs }) => runs))) return known
    const again: TextRecord = { ...fresh, rev: known.rev + 1, blocks: blocks.map((one) => ({ ...one, rev: known.rev + 1 })) }
    await transaction.update('report-texts', id, { rev: again.rev, blocks: command.set(again.blocks), drafted: command.set(drafted), version: command.set(again.version) })
    await transaction.update('report-versions', version._id, { begunAt: at, at, rev: again.rev, blocks: command.set(again.blocks) })
    return again
  })
}

interface Editing { unit: { _id: string; path: readonly string[] }; month: string; recordId: string; by: string; at: string; call: string }
export type EditRefusal = 'unit-not-found' | 'not-begun' | 'handed-in' | 'already-closed'

/** Changes laid over the text as it stands at that moment. */
export function editText(of: Editing & { changes: readonly Change[] }): Promise<{ text: TextRecord; conflicts: string[] } | EditRefusal | 'too-long'> {
  return inTransaction(async (transaction) => {
    const open = await openText(transaction, of)
    if (typeof open === 'string') return open
    const { known, name } = open
    const laid = changed(known.blocks, of.changes, { rev: known.rev + 1, recordId: of.recordId, by: of.by, name, at: of.at })
    if (!laid.isChanged) return { text: known, conflicts: laid.conflicts }
    if (laid.blocks.length > mostBlocks || lengthOf(laid.blocks) > longestText) return 'too-long' as const
    return { text: await written(transaction, of, open, laid.blocks), conflicts: laid.conflicts }
  })
}

/** Other words in the place of all of them. `seen`: the `rev` that the person looked at. */
export function replaceText(of: Editing & { seen: number; blocks: readonly BlockRecord[] }): Promise<{ text: TextRecord } | EditRefusal | 'changed-meanwhile'> {
  return inTransaction(async (transaction) => {
    const open = await openText(transaction, of)
    if (typeof open === 'string') return open
    const { known, name } = open
    if (known.blocks.length > 0 && known.blocks.every((block) => block.recordId === of.recordId)) return { text: known }
    if (known.rev !== of.seen) return 'changed-meanwhile' as const
    const stamp = { rev: known.rev + 1, recordId: of.recordId, by: of.by, name, at: of.at }
    return { text: await written(transaction, of, open, of.blocks.map((block) => ({ ...block, ...stamp }))) }
  })
}

export async function versionsOf(unitId: string, month: string): Promise<VersionRecord[]> {
  return versions.list({ textId: reportId(unitId, month) }, { fields: ['n', 'name', 'begunAt', 'at'], orderBy: [['n', 'desc']], limit: 100 })
}

export const findVersion = (unitId: string, month: string, n: number): Promise<VersionRecord | null> => versions.find(versionId(reportId(unitId, month), n))

interface Open { known: TextRecord; report: ReportRecord | null; name: string }

async function openText(transaction: Transaction, { unit, month, by, call }: Editing): Promise<Open | EditRefusal> {
  const id = reportId(unit._id, month)
  const known = await transaction.find<TextRecord>('report-texts', id)
  const holding = holdingIn(await grantsNow(transaction, unit.path), by, call)
  if (!holding) return 'unit-not-found'
  const report = await transaction.find<ReportRecord>('reports', id)
  const state = stateOf(report?.steps ?? [])
  if (state === 'approved') return 'already-closed'
  if (state === 'submitted') return 'handed-in'
  return known ? { known, report, name: holding.name } : 'not-begun'
}

/** With the word of it in the report's own document, by which a reader knows that there are other words than those that would be drafted. */
async function written(transaction: Transaction, { unit, month, by, at, recordId }: Editing, { known, report, name }: Open, blocks: BlockRecord[]): Promise<TextRecord> {
  if (!report) await transaction.add('reports', { ...untakenReport(unit, month), written: true })
  else if (!report.written) await transaction.update('reports', report._id, { written: true })
  const goesOn = known.version.by === by && Date.parse(at) - Date.parse(known.version.begunAt) < inOneGo
  const version = goesOn ? known.version : { n: known.version.n + 1, by, begunAt: at }
  const text: TextRecord = { ...known, rev: known.rev + 1, blocks, version }
  const record: VersionRecord = { _id: versionId(known._id, version.n), textId: known._id, n: version.n, by, name, begunAt: version.begunAt, at, rev: text.rev, recordId, blocks }
  await transaction.update('report-texts', known._id, { rev: text.rev, blocks: command.set(blocks), version: command.set(version) })
  if (goesOn) await transaction.update('report-versions', record._id, { at, rev: text.rev, recordId, blocks: command.set(blocks) })
  else await transaction.add('report-versions', record)
  return text
}
