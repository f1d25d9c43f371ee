import writeXlsxFile from 'write-excel-file/node'
import type { unitTemplate } from '../../contract/units/template'
import { addressesOf, keepFile } from '../_shared/records/files'
import { sameBytes } from '../_shared/same-bytes'
import { sheetHeading } from '../_shared/rules/unit-sheet'
import type { Handler } from '../_shared/serve'

const name = '单位导入模板.xlsx'
const examples = [['', '', '桐花社区', ''], ['', '', '桐花社区', '第1网格'], ['', '', '桐花社区', '第2网格']]

export const handleTemplate: Handler<typeof unitTemplate> = async () => {
  const cell = (value: string, head: boolean) => (value === '' ? null : { value, type: String, ...(head && { fontWeight: 'bold' as const }) })
  const rows = [sheetHeading, ...examples].map((line, i) => line.map((value) => cell(value, i === 0)))
  const bytes = await writeXlsxFile(rows, { columns: sheetHeading.map(() => ({ width: 18 })) }).toBuffer()
  const fileId = await keepFile('templates/units.xlsx', sameBytes(bytes, '2026-11-23T00:00:00.000Z'))
  const url = (await addressesOf([fileId])).get(fileId)
  if (url === undefined) throw new Error('storage gave no address for a file that it has just kept')
  return { url, name }
}
