/** By what a reader can check a file: its id, the hash of its figures and text, and the code that says whether they were approved. */
import { AlignmentType, BorderStyle, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import type { HandedIn } from '../../../contract/reports/way-up'
import type * as v from 'valibot'
import type { FileCode } from '../../_shared/records/file-codes'
import { asHighAsItIs, bodyParagraph, cellRun, exactly, millimetres, points, textWidth } from './layout'

/** Where it stands on its way up, and where the audit stood with the approval in it. */
export function proofOf(handedIn: v.InferOutput<typeof HandedIn> | null): string[] {
  if (!handedIn?.approval) return []
  const { n, hash, approval: { checkpoint } } = handedIn
  return [`第${n}次提交，已批准，当月办结。总结校验码：`, hash, `审计记录${checkpoint.chain}第${checkpoint.n}条：`, checkpoint.hash]
}

const idWords = '编号：'
const hashWords = '数字和文字的校验码：'
const scanWords = '用微信扫左边的码，可以知道这份文件的数字和文字是不是批准的那一份。'

/** All of it on one page, and on the page of what stands above it. */
export function codeBlock({ id, hash, picture }: FileCode, proof: readonly string[] = []): (Paragraph | Table)[] {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
  const widths = [millimetres(30), textWidth - millimetres(30)] as const
  const code = new ImageRun({ type: picture[0] === 0x89 ? 'png' : 'jpg', data: picture, transformation: { width: 98, height: 98 }, altText: { name: 'code', title: '核对码', description: '核对码' } })
  const said = [`${idWords}${id}`, hashWords, hash, ...proof, scanWords]
  return [
    new Paragraph({ ...bodyParagraph, spacing: exactly(320), keepNext: true, children: [] }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA }, columnWidths: [...widths], layout: TableLayoutType.FIXED, borders: noBorders,
      rows: [new TableRow({ cantSplit: true, children: [
        new TableCell({ width: { size: widths[0], type: WidthType.DXA }, borders: noBorders, verticalAlign: VerticalAlignTable.CENTER, children: [new Paragraph({ widowControl: false, spacing: asHighAsItIs, alignment: AlignmentType.LEFT, children: [code] })] }),
        new TableCell({ width: { size: widths[1], type: WidthType.DXA }, borders: noBorders, verticalAlign: VerticalAlignTable.CENTER, children: said.map((text) => new Paragraph({ widowControl: false, spacing: exactly(250), children: [new TextRun({ ...cellRun, size: points(8.5), text })] })) }),
      ] })],
    }),
  ]
}
