/** A superior's own tables: uploaded once, their headings said, filled for a month or some days. */
import type { Answer } from '#contract/call'
import { addTable, fillTable, listTables, mapTable, tableMaxBytes, type TableView } from '#contract/reports/tables'
import type { ChosenFile } from '../platform/chosen-file'
import { uploadFile } from '../platform/cloud'
import { call, type Sent } from './call'
import { fetchStore } from './fetched'
import { sentOnce } from './sent-once'

export const useReportTables = fetchStore(listTables)

/** The same file after a lost answer is the same table; it goes up under the record's name. */
export async function addOwnTable(unitId: string, file: ChosenFile): Promise<Answer<typeof addTable>> {
  if (file.bytes > tableMaxBytes) return { ok: false, failure: 'file-too-large' }
  const name = file.name.replace(/\.xlsx$/i, '').slice(0, 40)
  return sentOnce(['table', unitId, file.path, file.bytes], async (recordId): Promise<Answer<typeof addTable>> => {
    const fileId = await uploadFile(`incoming/${recordId}.xlsx`, file.path).catch(() => null)
    return fileId === null ? { ok: false, failure: 'offline' } : call(addTable, { recordId, unitId, name, fileId })
  })
}

type Said = Pick<TableView, 'layout' | 'heads'> & { gone?: boolean }

export function sayTable(table: TableView, { layout, heads, gone = false }: Said) {
  const means = heads.flatMap(({ at, means: says }) => (says === null ? [] : [{ at, means: says }]))
  return call(mapTable, { unitId: table.unit.id, tableId: table.id, rev: table.rev, layout, means, gone })
}

export function fillOwnTable(of: Sent<typeof fillTable>) {
  return call(fillTable, of)
}
