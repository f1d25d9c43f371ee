/** Photos two by two, each with the words under it; a row stands on one page. */
import { AlignmentType, BorderStyle, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import { asHighAsItIs, cellRun, exactly, millimetres, points, textWidth } from './layout'
import { plainLine } from './plain-line'

/** `bytes`: null: it cannot be shown, and `caption` says why. */
export interface GridPhoto { bytes: Buffer | null; width: number; height: number; caption: readonly string[] }

/** mm, of the largest that a photo is drawn. */
const box = { width: 75, height: 57 }
const pixels = (mm: number) => Math.round((mm / 25.4) * 96)

export function photoGrid(photos: readonly GridPhoto[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
  const half = Math.floor(textWidth / 2)
  const cell = (photo: GridPhoto | undefined) => new TableCell({ width: { size: half, type: WidthType.DXA }, borders, verticalAlign: VerticalAlignTable.BOTTOM, children: photo ? shown(photo) : [new Paragraph({ children: [] })] })
  const rows = Array.from({ length: Math.ceil(photos.length / 2) }, (_, row) => new TableRow({ cantSplit: true, children: [cell(photos[row * 2]), cell(photos[row * 2 + 1])] }))
  return new Table({
    width: { size: half * 2, type: WidthType.DXA }, columnWidths: [half, half], layout: TableLayoutType.FIXED, borders,
    margins: { left: 40, right: 40, top: millimetres(1.5), bottom: millimetres(1.5), marginUnitType: WidthType.DXA }, rows,
  })
}

function shown({ bytes, width, height, caption }: GridPhoto): Paragraph[] {
  const scale = Math.min(box.width / width, box.height / height)
  const size = { width: pixels(width * scale), height: pixels(height * scale) }
  const picture = bytes && new Paragraph({
    widowControl: false, keepNext: true, alignment: AlignmentType.CENTER, spacing: { ...asHighAsItIs, after: 60 },
    children: [new ImageRun({ type: bytes[0] === 0x89 ? 'png' : 'jpg', data: bytes, transformation: size, altText: { name: 'photo', title: '照片', description: plainLine(caption.join('，')) } })],
  })
  const words = caption.map((line) => new Paragraph({ widowControl: false, alignment: AlignmentType.CENTER, spacing: exactly(260), children: [new TextRun({ ...cellRun, size: points(9.5), text: plainLine(line) })] }))
  return picture ? [picture, ...words] : words
}
