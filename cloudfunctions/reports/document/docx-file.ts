/** A report as the bytes of a .docx. The same report gives the same bytes, so its name in storage can be its hash. */
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun, type Table } from 'docx'
import type { Report } from '../../../contract/reports/report'
import type * as v from 'valibot'
import { bodyParagraph, bodyRun, page, pageParagraph, pageRun } from './layout'
import { bodyOf } from './paragraphs'
import { monthZh, wordsOfScope } from '../../_shared/rules/report/words-of-scope'
import type { FileCode } from '../../_shared/records/file-codes'
import { sameBytes } from '../../_shared/same-bytes'
import { codeBlock, proofOf } from './code-block'
import { correctionTable } from './correction-table'
import { appendix, eventTable, indicatorTable } from './tables'
import { unitTables, type PrintedPart } from './unit-tables'

type Draft = v.InferOutput<typeof Report>

/** `code`: by what the file can be checked; without it, it says nothing of that. `parts`: where they are told apart. */
export async function docxOf(report: Draft, code?: FileCode, parts: readonly PrintedPart[] = []): Promise<Buffer> {
  const isCounted = report.table.some(({ value, imported }) => value !== null || imported)
  const appendices: { name: string; when?: string; tables(): (Paragraph | Table)[] }[] = [
    ...(report.table.length > 0 ? [{ name: '指标汇总表', tables: () => [indicatorTable(report)] }] : []),
    ...(report.events.length > 0 ? [{ name: '活动一览表', tables: () => [eventTable(report)] }] : []),
    ...(isCounted && parts.length > 0 ? [{ name: '各单位情况表', tables: () => unitTables(report, parts) }] : []),
    ...(report.corrections ? [{ name: '上月更正表', when: monthZh(report.corrections.month), tables: () => [correctionTable(report.corrections!)] }] : []),
  ]
  const document = new Document({
    title: report.title, creator: report.unit.name, lastModifiedBy: report.unit.name, description: '', revision: 1,
    styles: { default: { document: { run: bodyRun, paragraph: { spacing: bodyParagraph.spacing } } } },
    evenAndOddHeaderAndFooters: true,
    sections: [{
      properties: { page },
      footers: numberedFooters(),
      children: [
        ...bodyOf(report, appendices.map((one) => one.name), code !== undefined),
        ...(code ? codeBlock(code, proofOf(report.handedIn)) : []),
        ...appendices.flatMap((one, index) => appendix(index + 1, { name: one.name, when: one.when ?? wordsOfScope(report).when }, report, one.tables())),
      ],
    }],
  })
  return sameBytes(await Packer.toBuffer(document), `${report.month}-01T00:00:00Z`)
}

export function numberedFooters() {
  return { default: numbered(AlignmentType.RIGHT), even: numbered(AlignmentType.LEFT) }
}

/** — 1 —, one character in from the edge: odd pages right, even pages left. */
function numbered(side: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  return new Footer({ children: [new Paragraph({
    ...pageParagraph, alignment: side, indent: side === AlignmentType.RIGHT ? { right: 280 } : { left: 280 },
    children: [new TextRun({ ...pageRun, children: ['— ', PageNumber.CURRENT, ' —'] })],
  })] })
}
