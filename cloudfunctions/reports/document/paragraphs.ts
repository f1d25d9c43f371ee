/** The report's own text as paragraphs: title, numbered headings, body and the foot for signatures. */
import { AlignmentType, Paragraph, TabStopType, TextRun } from 'docx'
import type { Report, Run } from '../../../contract/reports/report'
import type * as v from 'valibot'
import { plainLine } from './plain-line'
import { bodyParagraph, bodyRun, headingRun, lineTwips, textWidth, titleParagraph, titleRun, twoCharacters } from './layout'

type Draft = v.InferOutput<typeof Report>

/** `goesOn`: something stands under the foot and on its page. */
export function bodyOf(report: Draft, appendices: readonly string[], goesOn: boolean): Paragraph[] {
  return [
    new Paragraph({ ...titleParagraph, alignment: AlignmentType.CENTER, children: [new TextRun({ ...titleRun, text: plainLine(report.title) })] }),
    emptyLine(),
    ...report.sections.flatMap((section) => [
      ...(section.heading === null ? [] : [headed(section.heading)]),
      ...section.paragraphs.map(told),
    ]),
    ...report.missing.length === 0 ? [] : [told([{ text: `${report.missing.map(({ unit, reason }) => `${unit.name}本月未办结（${reason}）`).join('；')}。其数字按提交时的记录计入。` }])],
    ...(appendices.length === 0 ? [] : [emptyLine(), ...listOf(appendices)]),
    ...foot(report, goesOn),
  ]
}

function headed(heading: string): Paragraph {
  return new Paragraph({ ...bodyParagraph, keepNext: true, indent: { firstLine: twoCharacters }, children: [new TextRun({ ...headingRun, text: plainLine(heading) })] })
}

function told(runs: readonly Run[]): Paragraph {
  return new Paragraph({
    ...bodyParagraph, alignment: AlignmentType.BOTH, indent: { firstLine: twoCharacters },
    children: runs.map((run) => new TextRun({ ...bodyRun, text: 'text' in run ? plainLine(run.text) : run.print })),
  })
}

function listOf(appendices: readonly string[]): Paragraph[] {
  return appendices.map((name, index) => new Paragraph({
    ...bodyParagraph, keepNext: true, indent: { firstLine: index === 0 ? twoCharacters : twoCharacters * 2.5 },
    children: [new TextRun({ ...bodyRun, text: `${index === 0 ? '附表：' : ''}${index + 1}．${name}` })],
  }))
}

/** Who filled in and who checked stand there once they have, and sign by hand; a seal and a date stand beside the unit. */
function foot(report: Draft, goesOn: boolean): Paragraph[] {
  const column = Math.round(textWidth * 0.45)
  const line = (left: string, right: string, isLast: boolean) => new Paragraph({
    ...bodyParagraph, keepNext: !isLast, keepLines: true, tabStops: [{ type: TabStopType.LEFT, position: column }],
    children: [new TextRun({ ...bodyRun, text: left }), new TextRun({ ...bodyRun, children: ['\t'] }), new TextRun({ ...bodyRun, text: right })],
  })
  const { filledBy = '', approval = null } = report.handedIn ?? {}
  return [
    emptyLine(true), emptyLine(true),
    line(`填报人：${plainLine(filledBy)}`, `单位（盖章）：${plainLine(report.unit.name)}`, false),
    line(`审核人：${plainLine(approval?.checkedBy ?? '')}${approval?.alone ? '（单人办理）' : ''}`, approval ? `日期：${dateZh(approval.on)}` : '日期：　　　年　　月　　日', !goesOn),
  ]
}

function dateZh(day: string): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

function emptyLine(keepNext = false): Paragraph {
  return new Paragraph({ ...bodyParagraph, spacing: { ...bodyParagraph.spacing, line: lineTwips }, keepNext, children: [] })
}
