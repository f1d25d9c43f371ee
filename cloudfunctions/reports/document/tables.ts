/** The appendices: table of indicators and list of events. What was not counted has no number. */
import { AlignmentType, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import type { Report } from '../../../contract/reports/report'
import type { SourceKind } from '../../../contract/work/source-kind'
import type { Figure } from '../../../contract/totals/figure'
import type * as v from 'valibot'
import { printNumber, printSplit } from '../../_shared/rules/figure-print'
import { bodyParagraph, bodyRun, cellBorders, cellHeadRun, cellParagraph, cellRun, headingRun, textWidth, titleParagraph, titleRun } from './layout'
import { plainLine } from './plain-line'

type Draft = v.InferOutput<typeof Report>
export interface Column<R> { head: string; share: number; align?: 'left' | 'center' | 'right'; cell(row: R, index: number): string }

export function appendix(number: number, { name, when }: { name: string; when: string }, report: Draft, tables: readonly (Paragraph | Table)[]): (Paragraph | Table)[] {
  return [
    new Paragraph({ ...bodyParagraph, pageBreakBefore: true, children: [new TextRun({ ...headingRun, text: `附表${number}` })] }),
    new Paragraph({ ...titleParagraph, alignment: AlignmentType.CENTER, children: [new TextRun({ ...titleRun, text: name })] }),
    new Paragraph({ ...bodyParagraph, alignment: AlignmentType.CENTER, children: [new TextRun({ ...bodyRun, text: `（${plainLine(report.unit.name)}　${when}）` })] }),
    ...tables,
  ]
}

const groupsZh: Record<Figure['group'], string> = { publicity: '宣传', events: '活动', people: '人数', work: '工作' }

export function indicatorTable(report: Draft): Table {
  const previous: Column<Figure>[] = report.hasPrevious ? [{ head: '上月', share: 13, align: 'right', cell: (figure) => (figure.previous ? `${printNumber(figure.previous, figure.money)}${figure.previous.kinds ? `（${broughtFrom(figure.previous.kinds)}）` : ''}` : '') }] : []
  return tableOf<Figure>([
    { head: '指标', share: 33, cell: (figure) => figure.zh },
    { head: '数量', share: 13, align: 'right', cell: (figure) => (figure.value === null ? (figure.uncounted > 0 ? '未计数' : '') : printNumber({ value: figure.value, softness: figure.softness }, figure.money)) },
    { head: '单位', share: 10, align: 'center', cell: (figure) => figure.unit },
    ...previous,
    { head: '说明', share: 0, cell: explained },
  ], report.table, (figure, before) => (figure.group === before?.group ? null : groupsZh[figure.group]))
}

/** 签到, 现场登记, 未登记, 约 and 余 told apart (product.md, What must always be true, 5). */
function explained(figure: Figure): string {
  return [
    figure.split && printSplit(figure.split, figure.softness),
    figure.unnamed && `另有${printNumber({ value: figure.unnamed, softness: figure.unnamedSoftness ?? 'exact' })}人次未实名`,
    figure.softness === 'over' ? '含余数' : figure.softness === 'about' ? '含约数' : '',
    figure.value !== null && figure.uncounted > 0 ? '另有未计数的' : '',
    figure.imported && `${broughtFrom(figure.imported.kinds)}${printNumber(figure.imported, figure.money)}${figure.unit}`,
  ].filter((part) => part).join('；')
}

/** 引用数 stand beside what was counted, with their name. */
export function broughtFrom(kinds: readonly SourceKind[]): string {
  return kinds.every((kind) => kind === 'paper') ? '纸质' : '引用'
}

type EventRow = Draft['events'][number]

export function eventTable(report: Draft): Table {
  const severalMonths = new Set(report.events.map((event) => event.on.slice(0, 7))).size > 1
  const hasSeveralHosts = new Set(report.events.map((event) => event.hostUnitName)).size > 1
  const host: Column<EventRow>[] = hasSeveralHosts ? [{ head: '举办单位', share: 14, cell: (event) => event.hostUnitName }] : []
  // A month in which nobody was counted has no column to be empty in.
  const attendances: Column<EventRow>[] = report.events.some((event) => event.attendances !== null) ? [{ head: '人次', share: 10.5, align: 'right', cell: (event) => (event.attendances === null ? '' : printNumber({ value: event.attendances, softness: event.softness ?? 'exact' })) }] : []
  return tableOf<EventRow>([
    { head: '序号', share: 8, align: 'center', cell: (_, index) => String(index + 1) },
    { head: '日期', share: severalMonths ? 13 : 9, align: 'center', cell: (event) => (severalMonths ? `${Number(event.on.slice(5, 7))}月` : '') + `${Number(event.on.slice(8))}日` },
    { head: '活动', share: hasSeveralHosts ? 23 : 27, cell: (event) => (event.title.includes(event.kindZh) ? event.title : `${event.kindZh}：${event.title}`) },
    { head: '地点', share: hasSeveralHosts ? 13 : 17, cell: (event) => event.placeName },
    ...host,
    ...attendances,
    { head: '说明', share: 0, cell: (event) => event.split || '未清点' },
  ], report.events)
}

/** Equal to the text block in width, the last column taking what is left; the head is repeated on every page and no row is torn. */
export function tableOf<R>(columns: readonly Column<R>[], rows: readonly R[], bandOf?: (row: R, before: R | undefined) => string | null): Table {
  const widths = columns.map((column) => Math.round((textWidth * column.share) / 100))
  widths[widths.length - 1] = textWidth - widths.slice(0, -1).reduce((sum, width) => sum + width, 0)
  const head = new TableRow({
    tableHeader: true, cantSplit: true,
    children: columns.map((column, index) => cellOf(column.head, { width: widths[index] ?? 0, align: 'center', isHead: true })),
  })
  const body = rows.flatMap((row, index) => {
    const band = bandOf?.(row, rows[index - 1]) ?? null
    const cells = columns.map((column, at) => cellOf(column.cell(row, index), { width: widths[at] ?? 0, align: column.align ?? 'left' }))
    const bandRow = band === null ? [] : [new TableRow({ cantSplit: true, children: [cellOf(band, { width: textWidth, align: 'left', isHead: true, span: columns.length, keepNext: true })] })]
    return [...bandRow, new TableRow({ cantSplit: true, children: cells })]
  })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED,
    margins: { left: 90, right: 90, top: 0, bottom: 0, marginUnitType: WidthType.DXA }, borders: cellBorders,
    rows: [head, ...body],
  })
}

interface CellLook { width: number; align: 'left' | 'center' | 'right'; isHead?: boolean; span?: number; keepNext?: boolean }

function cellOf(text: string, { width, align, isHead = false, span, keepNext = false }: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER,
    ...(span !== undefined && { columnSpan: span, shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' } }),
    children: [new Paragraph({ ...cellParagraph, keepNext, alignment: align, children: [new TextRun({ ...(isHead ? cellHeadRun : cellRun), text: plainLine(text) })] })],
  })
}
