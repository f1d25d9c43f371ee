/**
 * `report-tables/<recordId>`: a superior's own empty table, the file itself and what its headings mean. Of the unit that uploaded it, for it and all below. The file
 * lies in the document: it is small, and so it is there or not.
 */
import type { Layout } from '../../../contract/reports/tables'
import type { Heading } from '../rules/table/heads'
import { command } from '../cloud'
import { collection } from './collection'

export interface TableRecord {
  _id: string
  unitId: string
  path: string[]
  name: string
  /** base64 */
  file: string
  sha256: string
  layout: Layout
  layouts: { layout: Layout; words: string }[]
  /** With what somebody says that they mean, or what they seem to. */
  heads: Heading[]
  gone: boolean
  rev: number
  by: string
  at: string
}

export type TableBrief = Omit<TableRecord, 'file'>

const tables = collection<TableRecord>('report-tables')
const briefFields = ['unitId', 'path', 'name', 'sha256', 'layout', 'layouts', 'heads', 'gone', 'rev', 'by', 'at'] as const

export const findTable = tables.find
export const addTableOnce = tables.addOnce

/** Of these units, the newest first. */
export function tablesOf(unitIds: readonly string[], most: number): Promise<TableBrief[]> {
  return tables.list({ unitId: command.in([...unitIds]), gone: false }, { fields: briefFields, orderBy: [['at', 'desc'], ['_id', 'asc']], limit: most })
}

type Said = Pick<TableRecord, 'layout' | 'heads' | 'gone' | 'by' | 'at'>

/** On top of the version that was seen, in one write; null: somebody else has changed it. The same again is done already. */
export async function changeTable(_id: string, seen: number, said: Said): Promise<TableRecord | null> {
  const whole = { layout: command.set(said.layout), heads: command.set(said.heads), gone: said.gone, by: said.by, at: said.at, rev: seen + 1 }
  await tables.update({ _id, rev: seen, gone: false }, whole)
  const known = await tables.find(_id)
  const isSaid = known && known.rev === seen + 1 && known.by === said.by && JSON.stringify([known.layout.axis, known.layout.line, known.layout.into, known.heads.map(({ at, means }) => [at, means]), known.gone]) === JSON.stringify([said.layout.axis, said.layout.line, said.layout.into, said.heads.map(({ at, means }) => [at, means]), said.gone])
  return isSaid ? known : null
}
