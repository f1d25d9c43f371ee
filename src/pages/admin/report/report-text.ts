/** The draft as plain text, for whoever has a form of their own: 复制全文. The same runs that stand on screen and in Word. */
import type { Report, Run } from '#contract/reports/report'
import { printWithUnit } from '../figures/figure-print'
import { figureRow } from '../figures/figure-rows'
import { printTold } from '../figures/told'
import { correctionWords, whyWords } from '../figures/corrections-wording'
import { dayWords, monthTitle } from '../figures/months'
import { words } from './wording'

export function textOfRun(run: Run): string {
  return 'text' in run ? run.text : run.print
}

export function reportText(report: Report): string {
  const body = report.sections.flatMap((section) => [
    ...(section.heading === null ? [] : [section.heading]),
    ...section.paragraphs.map((runs) => `　　${runs.map(textOfRun).join('')}`),
  ])
  return [report.title, '', ...body, ...missingText(report), ...tableText(report), ...eventsText(report), ...correctionsText(report)].join('\n')
}

function missingText({ missing }: Report): string[] {
  return missing.map(({ unit, reason }) => `　　${words.missing(unit.name, reason)}。`)
}

function correctionsText({ corrections }: Report): string[] {
  if (!corrections) return []
  const rows = corrections.lines.map((line) => `${dayWords(line.on)} ${line.unitName} ${line.title}：${correctionWords.was} ${printTold(line.was, line.measure, line.money)}，${correctionWords.now} ${printTold(line.now, line.measure, line.money)}（${whyWords[line.why]}）`)
  return ['', correctionWords.title(monthTitle(corrections.month)), ...rows]
}

function tableText(report: Report): string[] {
  const rows = report.table.map((figure) => {
    const row = figureRow(figure)
    const previous = report.hasPrevious && row.previous !== null ? `（上月 ${row.previous}）` : ''
    const counted = row.print === null ? '' : ` ${row.print}${row.unit}${previous}`
    return `${row.fullLabel}${counted}${row.uncounted === null ? '' : ` ${row.uncounted}`}${row.imported === null ? '' : ` ${row.imported.mark === '纸' ? '纸质' : '引用'}${row.imported.print}${row.unit}`}`
  })
  return rows.length === 0 ? [] : ['', '附表1 指标', ...rows]
}

function eventsText(report: Report): string[] {
  const rows = report.events.map((event) => {
    const people = event.attendances === null ? '' : `，${printWithUnit({ value: event.attendances, softness: event.softness ?? 'exact' }, '人次')}`
    return `${dayWords(event.on)} ${event.kindZh} ${event.title}（${event.placeName}）${people}`
  })
  return rows.length === 0 ? [] : ['', '附表2 活动', ...rows]
}
