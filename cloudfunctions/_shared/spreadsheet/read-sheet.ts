/**
 * The texts of the first sheet of an .xlsx file, row by row. Only what a list of names needs: shared and inline strings, numbers as they
 * are written. No entity of a stranger's is ever expanded, since nothing but the five of XML is known.
 */
import { unzipped } from './unzip'

/** Column letter → text, trimmed; empty cells are absent. `row` as the spreadsheet shows it. */
export interface SheetRow { row: number; cells: Map<string, string> }

const mostUnpacked = 16 * 1024 * 1024

/** null: not a spreadsheet, or far too much of one. Stops after `mostRows` rows that hold something. */
export function readSheet(bytes: Buffer, mostRows: number): SheetRow[] | null {
  try {
    const part = (name: string) => unzipped(bytes, name, mostUnpacked)?.toString('utf8') ?? null
    const sheet = part(nameOfFirstSheet(part))
    return sheet === null ? null : rowsOf(sheet, stringsOf(part('xl/sharedStrings.xml') ?? ''), mostRows)
  } catch {
    return null
  }
}

/** `part`: the text of an entry. */
export function nameOfFirstSheet(part: (name: string) => string | null): string {
  const id = /<(?:\w+:)?sheet\b[^>]*\br:id="([^"]+)"/.exec(part('xl/workbook.xml') ?? '')?.[1]
  for (const relation of (part('xl/_rels/workbook.xml.rels') ?? '').match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? []) {
    const target = attribute(relation, 'Target')
    if (id !== undefined && attribute(relation, 'Id') === id && target) return target.startsWith('/') ? target.slice(1) : `xl/${target}`
  }
  return 'xl/worksheets/sheet1.xml'
}

function stringsOf(xml: string): string[] {
  return elements(xml, 'si').map(({ inner }) => textIn(inner))
}

function rowsOf(xml: string, strings: readonly string[], mostRows: number): SheetRow[] {
  const rows: SheetRow[] = []
  let row = 0
  for (const { head, inner } of elements(xml, 'row')) {
    row = Number(attribute(head, 'r') ?? row + 1)
    const cells = new Map<string, string>()
    let column = 0
    for (const cell of elements(inner, 'c')) {
      const letters = /^[A-Z]{1,3}/.exec(attribute(cell.head, 'r') ?? '')?.[0] ?? String.fromCharCode(65 + column)
      column += 1
      const text = textOf(attribute(cell.head, 't'), cell.inner, strings).trim()
      if (text !== '') cells.set(letters, text)
    }
    if (cells.size > 0) rows.push({ row, cells })
    if (rows.length > mostRows) break
  }
  return rows
}

function textOf(type: string | undefined, inner: string, strings: readonly string[]): string {
  if (type === 'inlineStr') return textIn(inner)
  const value = elements(inner, 'v')[0]?.inner ?? ''
  return type === 's' ? strings[Number(value)] ?? '' : plain(value)
}

/** All texts in it, without the readings that Excel keeps beside Han characters. */
function textIn(xml: string): string {
  return elements(xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, ''), 't').map(({ inner }) => plain(inner)).join('')
}

/** Elements of this name that do not lie in each other, found by walking from mark to mark: linear in the length of the text. No mark of ours is long. */
export function elements(xml: string, name: string): { head: string; inner: string; whole: string }[] {
  const found: { head: string; inner: string; whole: string }[] = []
  const open = new RegExp(`<((?:\\w+:)?)${name}(?=[\\s/>])[^>]{0,5000}>`, 'g')
  for (let match = open.exec(xml); match; match = open.exec(xml)) {
    const [head, prefix = ''] = match
    if (head.endsWith('/>')) {
      found.push({ head, inner: '', whole: head })
      continue
    }
    const close = `</${prefix}${name}>`
    const end = xml.indexOf(close, open.lastIndex)
    if (end < 0) break
    found.push({ head, inner: xml.slice(open.lastIndex, end), whole: xml.slice(match.index, end + close.length) })
    open.lastIndex = end + close.length
  }
  return found
}

export function attribute(head: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1]
  return value === undefined ? undefined : plain(value)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
