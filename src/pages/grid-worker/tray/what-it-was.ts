/** A record of the queue in words, as far as this phone can tell whom it is about. Pure. */
import { indicatorOf, type IndicatorName } from '#contract/work/indicators'
import type { RosterRow } from '../../../stores/attendance'
import { clockOf, dayNumber, dayOf, monthNumber } from '../../../stores/calendar'
import { subjectOf } from '../../../stores/door-marks'
import type { InQueue } from '../../../stores/queue/queued-record'
import { written } from '../../../stores/written'
import { sentenceOf } from '../entry/entry-form'

/** `rows`: of the list that is at hand, if any. `unitName`: of a unit's id, if known. `indicatorOf`: of an entry's id, if known. */
export interface Known { rows: readonly RosterRow[]; unitName(id: string): string | null; indicatorOf(entryId: string): IndicatorName | null }

export const nothingKnown: Known = { rows: [], unitName: () => null, indicatorOf: () => null }

export function whatItWas(record: InQueue, known: Known): string {
  const who = known.rows.find(({ personKey }) => personKey === subjectOf(record))?.callName
  const named = (what: string) => (who === undefined ? what : `${what}，${who}`)
  switch (record.call) {
    case 'attendance/check-in': return named(`签到 ${record.input.present} 人`)
    case 'attendance/check-in-code': return named('扫入场码')
    // Sealed still, or for good: then nobody here knows the words.
    case 'attendance/meet-face': return `熟面孔签到${record.input.callName === undefined ? '' : `，${record.input.callName}`}`
    case 'attendance/walk-in': return `现场登记 ${record.input.people} 人${record.input.callName ? `，${record.input.callName}` : ''}`
    case 'attendance/headcount': return `现场清点 ${record.input.people} 人`
    case 'attendance/undo': return named({ 'check-in': '撤销签到', 'walk-in': '撤销现场登记', headcount: '撤销清点', 'meet-face': '撤销熟面孔签到' }[record.input.of.what])
    case 'work/log': {
      const { before, number, after } = sentenceOf(record.input, known.unitName(record.input.unitId) ?? '')
      return `${before}${number}${after}`
    }
    case 'work/quiet-month': return `${monthNumber(`${record.input.month}-01`)}月${record.input.nothing ? '无此项' : '有记录'}，${known.unitName(record.input.unitId) ?? ''}`
    case 'work/correct': return correctionWas(record.input, known.indicatorOf(record.input.entryId))
  }
}

/** Of an entry that is not at hand the figure has no unit, and 分 would read as 元: then it is left out. */
function correctionWas({ reason, withdrawn, quantity, softness }: Extract<InQueue, { call: 'work/correct' }>['input'], indicator: IndicatorName | null): string {
  if (indicator === null) return `更正，${reason}`
  const { act, unit } = indicatorOf(indicator)
  const to = quantity === null ? '没有数' : `${written(indicator, quantity, softness)} ${unit}`
  return `更正 ${act}，${reason}${withdrawn ? '' : `，改为 ${to}`}`
}

/** 11月27日 18:35, by the community's clock as far as it was known. */
export function whenItWas({ input }: InQueue): string {
  const at = new Date(Date.parse(input.at) - input.offsetMs).toISOString()
  const day = dayOf(at)
  return `${monthNumber(day)}月${dayNumber(day)}日 ${clockOf(at)}`
}

/** For the tongue of a screen reader: which of several like it. */
export function shortName(record: InQueue): string {
  return record.call === 'work/log' ? indicatorOf(record.input.indicator).act : whatItWas(record, nothingKnown)
}
