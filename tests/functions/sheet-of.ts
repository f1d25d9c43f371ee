/** A spreadsheet of units as somebody would have filled in the template. */
import writeXlsxFile from 'write-excel-file/node'
import { sheetHeading } from '../../cloudfunctions/_shared/rules/unit-sheet'

export function sheetOf(...lines: string[][]): Promise<Buffer> {
  return writeXlsxFile([[...sheetHeading], ...lines].map((line) => line.map((value) => (value === '' ? null : { value, type: String })))).toBuffer()
}
