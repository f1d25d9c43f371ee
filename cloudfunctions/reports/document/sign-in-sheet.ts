/**
 * A session's sign-in sheet, to print and sign on a table: a row for each party with its number, blank rows for who had not
 * registered, and the count of the room. No phones, no buildings but where two are called the same. Where no names are kept it is a tally.
 */
import { AlignmentType, Document, Footer, Header, HeightRule, Packer, PageNumber, Paragraph, TabStopType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import { sameBytes } from '../../_shared/same-bytes'
import { cellBorders, fonts, millimetres, points } from './layout'

export interface SheetParty { number: number; callName: string; building: string | null; partySize: number }
export interface Sheet {
  title: string
  /** 2026年11月27日 星期五 19:00－20:30 */
  when: string
  place: string
  /** Who organises, for the file's properties. */
  unitName: string
  startsAt: string
  countOnly: boolean
  parties: readonly SheetParty[]
  /** The number of the first blank row: each copy has its own. */
  blankFrom: number
}

/** mm, to sign with a thick pen. */
const rowHeight = 12.4
/** Rows that stand on a page, the head not counted; also below a title of two lines. */
const rowsAPage = 18
/** Characters of 称呼 that stand on one line; more are written smaller, so that two lines make no row higher. */
const aLine = 10
const fewestBlank = 8
const fewestBlankWithoutList = 30

/** `share`: mm of 174. */
interface Column { head: string; share: number; align?: typeof AlignmentType.CENTER }
const center = AlignmentType.CENTER
const signed: readonly Column[] = [{ head: '序号', share: 17, align: center }, { head: '称呼', share: 52 }, { head: '报名', share: 17, align: center }, { head: '实到', share: 18, align: center }, { head: '签名', share: 70 }]
const tallied: readonly Column[] = [{ head: '序号', share: 17, align: center }, { head: '哪里、什么时候', share: 50 }, { head: '画“正”字', share: 77 }, { head: '人数', share: 30, align: center }]

export async function signInSheetOf(sheet: Sheet): Promise<Buffer> {
  const document = new Document({
    title: sheet.title, creator: sheet.unitName, lastModifiedBy: sheet.unitName, description: '', revision: 1,
    styles: { default: { document: { run: { font: fonts.body, size: points(13) } } } },
    sections: [{
      properties: { page: { size: { width: millimetres(210), height: millimetres(297) }, margin: { top: millimetres(42), right: millimetres(18), bottom: millimetres(16), left: millimetres(18), header: millimetres(12), footer: millimetres(8), gutter: 0 } } },
      headers: { default: headOf(sheet) },
      footers: { default: foot },
      children: [tableOf(sheet)],
    }],
  })
  return sameBytes(await Packer.toBuffer(document), sheet.startsAt)
}

/** On every page: loose sheets lie on a table. */
function headOf({ title, when, place, countOnly }: Sheet): Header {
  const line = (text: string, size: number, font: { ascii: string; hAnsi: string; eastAsia: string; cs: string } = fonts.body, after = 60) =>
    new Paragraph({ alignment: center, spacing: { before: 0, after }, children: [new TextRun({ text, font, size: points(size) })] })
  return new Header({ children: [
    line(`${title}　${countOnly ? '清点表' : '签到表'}`, 18, fonts.heading, 80),
    line(`${when}　${place}`, 13),
    line(countOnly ? '只记人数，不写姓名、电话、证件号。' : '找到自己的一行签名；没报名的签在后面空白行。不写电话、证件号。', 11),
  ] })
}

const foot = new Footer({ children: [new Paragraph({
  alignment: center, spacing: { before: 0, after: 0 },
  children: [new TextRun({ font: fonts.page, size: points(11), children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
})] })

/** Filled up to the end of the last page, whose last row takes the count of the room. */
export function blankRows(parties: number): number {
  const fewest = parties + (parties === 0 ? fewestBlankWithoutList : fewestBlank) + 1
  return Math.ceil(fewest / rowsAPage) * rowsAPage - parties - 1
}

function tableOf(sheet: Sheet): Table {
  const columns = sheet.countOnly ? tallied : signed
  const again = twice(sheet.parties.map(({ callName }) => callName))
  const rows = sheet.parties.map(({ number, callName, building, partySize }) => [String(number), again.has(callName) && building !== null ? `${callName}（${building}）` : callName, `${partySize} 人`])
  const blank = Array.from({ length: blankRows(sheet.parties.length) }, (_, index) => [`${sheet.countOnly ? '' : '现'}${sheet.blankFrom + index}`])
  return new Table({
    width: { size: millimetres(174), type: WidthType.DXA }, columnWidths: columns.map(({ share }) => millimetres(share)), layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 0, bottom: 0, marginUnitType: WidthType.DXA }, borders: cellBorders,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, height: { value: millimetres(9), rule: HeightRule.ATLEAST }, children: columns.map(({ head, share }) => cellOf(head, { share, align: center, isHead: true })) }),
      ...[...rows, ...blank].map((words) => new TableRow({ cantSplit: true, height: { value: millimetres(rowHeight), rule: HeightRule.ATLEAST }, children: columns.map(({ share, align }, at) => cellOf(words[at] ?? '', { share, align })) })),
      new TableRow({ cantSplit: true, height: { value: millimetres(rowHeight), rule: HeightRule.ATLEAST }, children: [countOfTheRoom(columns.length, sheet.countOnly)] }),
    ],
  })
}

function countOfTheRoom(columnSpan: number, countOnly: boolean): TableCell {
  const text = (words: string) => new TextRun({ text: words, font: fonts.heading, size: points(13) })
  return new TableCell({
    columnSpan, verticalAlign: VerticalAlignTable.CENTER, width: { size: millimetres(174), type: WidthType.DXA },
    children: [new Paragraph({ spacing: { before: 0, after: 0 }, tabStops: [{ type: TabStopType.LEFT, position: millimetres(110) }], children: [text(`现场共　　　　　人${countOnly ? '' : '（没签名的也算）'}`), new TextRun({ children: ['\t'] }), text('登记人：')] })],
  })
}

interface CellLook { share: number; align?: typeof AlignmentType.CENTER | undefined; isHead?: boolean }

function cellOf(text: string, { share, align, isHead = false }: CellLook): TableCell {
  return new TableCell({
    width: { size: millimetres(share), type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ alignment: align ?? AlignmentType.LEFT, spacing: { before: 0, after: 0 }, children: [new TextRun({ text, ...(isHead && { font: fonts.heading }), ...(text.length > aLine && { size: points(11) }) })] })],
  })
}

function twice(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name, index) => names.indexOf(name) !== index))
}
