/** A spreadsheet of units as somebody would have filled in the template. */
import writeXlsxFile from 'write-excel-file/node'
import { sheetHeading } from '../../cloudfunctions/_shared/rules/unit-sheet'

export function sheetOf(...lines: string[][]): Promise<Buffer> {
  return writeXlsxFile([[...sheetHeading], ...lines].map((line) => line.map((value) => (value === '' ? null : { value, type: String })))).toBuffer()
}

/** A workbook of these lines, each a row; numbers are numbers, '' is an empty cell. */
export function bookOf(...lines: (string | number)[][]): Promise<Buffer> {
  return writeXlsxFile(lines.map((line) => line.map((value) => (value === '' ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String })))).toBuffer()
}
