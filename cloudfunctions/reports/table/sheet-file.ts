/**
 * A stranger's .xlsx with some empty cells filled and everything else as it was: its styles, widths, merges and formulas. What stands in a cell is never written over.
 * Numbers are numbers; a soft one keeps its 余 or 约 as the format of its cell.
 */
import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate'
import { columnNumber } from '../../_shared/rules/table/columns'
import { attribute, elements, nameOfFirstSheet, readSheet } from '../../_shared/spreadsheet/read-sheet'
import { allUnzipped } from '../../_shared/spreadsheet/unzip'
import type { CellContent } from '../../_shared/rules/table/filled'
import { gridOf, type Grid } from '../../_shared/rules/table/grid'
import { plainLine } from '../document/plain-line'
import { stylesWith } from './cell-styles'

const mostRows = 1_000
const mostUnpacked = 12 * 1024 * 1024

/** null: not a spreadsheet, or far too much of one. */
export function gridOfFile(bytes: Buffer): Grid | null {
  const rows = readSheet(bytes, mostRows)
  if (!rows || rows.length > mostRows) return null
  try {
    const files = allUnzipped(bytes, mostUnpacked)
    const sheet = files.get(nameOfFirstSheet(textIn(files)))?.toString('utf8') ?? ''
    return gridOf(rows, elements(sheet, 'mergeCell').slice(0, 2_000).map(({ head }) => attribute(head, 'ref') ?? ''))
  } catch {
    return null
  }
}

export function filledFile(bytes: Buffer, cells: ReadonlyMap<string, CellContent>): Buffer {
  const files = allUnzipped(bytes, mostUnpacked)
  const part = textIn(files)
  const name = nameOfFirstSheet(part)
  const sheet = part(name) ?? ''
  const styles = stylesWith(part('xl/styles.xml'))
  const written = sheetWith(sheet, cells, styles.soft)
  files.set(name, Buffer.from(written))
  if (styles.xml() !== null) files.set('xl/styles.xml', Buffer.from(styles.xml() ?? ''))
  // Sums that are formulas are worked out anew where the file is opened.
  if (elements(sheet, 'f').length > 0) files.set('xl/workbook.xml', Buffer.from(calculatedOnOpening(part('xl/workbook.xml') ?? '')))
  const zip: Zippable = {}
  for (const [file, content] of files) zip[file] = new Uint8Array(content)
  return Buffer.from(zipSync(zip, { mtime: new Date(1980, 0, 1), level: 6 }))
}

const textIn = (files: ReadonlyMap<string, Buffer>) => (name: string) => { const found = files.get(name); return found ? strFromU8(new Uint8Array(found)) : null }

type Soft = ReturnType<typeof stylesWith>['soft']

function sheetWith(xml: string, cells: ReadonlyMap<string, CellContent>, soft: Soft): Uint8Array {
  const [data] = elements(xml, 'sheetData')
  if (!data) throw new Error('a sheet without cells')
  const prefix = prefixOf(data.head)
  const byRow = new Map<number, Map<string, CellContent>>()
  for (const [ref, content] of cells) {
    const row = Number(/\d+$/.exec(ref)?.[0])
    byRow.set(row, (byRow.get(row) ?? new Map<string, CellContent>()).set(ref, content))
  }
  const rows = new Map<number, { head: string; inner: string; whole: string }>()
  let last = 0
  for (const row of elements(data.inner, 'row')) rows.set(last = Number(attribute(row.head, 'r') ?? last + 1), row)
  const written = new Map([...rows].map(([row, { whole }]) => [row, whole]))
  for (const [row, contents] of byRow) written.set(row, rowWith(rows.get(row) ?? { head: `<${prefix}row r="${row}">`, inner: '' }, contents, { prefix, soft }))
  const all = [...written].sort(([a], [b]) => a - b).map(([, row]) => row).join('')
  return strToU8(xml.replace(data.whole, () => `<${prefix}sheetData>${all}</${prefix}sheetData>`))
}

interface Writing { prefix: string; soft: Soft }

function rowWith({ head, inner }: { head: string; inner: string }, contents: ReadonlyMap<string, CellContent>, { prefix, soft }: Writing): string {
  const cells = new Map<number, { style: string | null; whole: string; inner: string }>()
  let column = 0
  for (const cell of elements(inner, 'c')) {
    const letters = /^[A-Z]+/.exec(attribute(cell.head, 'r') ?? '')?.[0]
    column = letters ? columnNumber(letters) : column + 1
    cells.set(column, { style: attribute(cell.head, 's') ?? null, whole: cell.whole, inner: cell.inner })
  }
  for (const [ref, content] of contents) {
    const at = columnNumber(ref.replace(/\d+$/, ''))
    const known = cells.get(at)
    // A value or a formula, also one that says nothing yet.
    if (known && known.inner.trim() !== '') continue
    cells.set(at, { style: null, inner: '', whole: cellOf(ref, known?.style ?? null, content, { prefix, soft }) })
  }
  const opened = head.replace(/\s*\/?>$/, '>').replace(/\sspans="[^"]*"/, '')
  return `${opened}${[...cells].sort(([a], [b]) => a - b).map(([, { whole }]) => whole).join('')}</${prefix}row>`
}

const prefixOf = (head: string) => /^<(\w+:)/.exec(head)?.[1] ?? ''

function cellOf(ref: string, style: string | null, content: CellContent, { prefix, soft }: Writing): string {
  const wears = (of: string | null) => (of === null ? '' : ` s="${of}"`)
  const inWords = (text: string) => `<${prefix}c r="${ref}"${wears(style)} t="inlineStr"><${prefix}is><${prefix}t>${escaped(plainLine(text))}</${prefix}t></${prefix}is></${prefix}c>`
  if ('text' in content) return inWords(content.text)
  const number = content.money ? content.value / 100 : content.value
  if (content.softness === 'exact') return `<${prefix}c r="${ref}"${wears(style)}><${prefix}v>${number}</${prefix}v></${prefix}c>`
  const wearing = soft(style ?? '0', content.softness)
  if (wearing === null) return inWords(content.softness === 'over' ? `${number}余` : `约${number}`)
  return `<${prefix}c r="${ref}"${wears(wearing)}><${prefix}v>${number}</${prefix}v></${prefix}c>`
}

function calculatedOnOpening(workbook: string): string {
  const bare = elements(workbook, 'calcPr').reduce((text, { whole }) => text.replace(whole, ''), workbook)
  const [before] = [...elements(bare, 'definedNames'), ...elements(bare, 'sheets')]
  return before ? bare.replace(before.whole, () => `${before.whole}<${prefixOf(before.head)}calcPr fullCalcOnLoad="1"/>`) : workbook
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
