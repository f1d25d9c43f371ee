/** A record of the queue in words, as far as this phone can tell whom it is about. Pure. */
import { indicatorOf } from '#contract/work/indicators'
import type { RosterRow } from '../../../stores/attendance'
import { clockOf, dayNumber, dayOf, monthNumber } from '../../../stores/calendar'
import { subjectOf } from '../../../stores/door-marks'
import type { InQueue } from '../../../stores/queue/queued-record'
import { sentenceOf } from '../entry/entry-form'

/** `rows`: of the list that is at hand, if any. `unitName`: of a unit's id, if known. */
export interface Known { rows: readonly RosterRow[]; unitName(id: string): string | null }

export function whatItWas(record: InQueue, known: Known): string {
  const who = known.rows.find(({ personKey }) => personKey === subjectOf(record))?.callName
  const named = (what: string) => (who === undefined ? what : `${what}，${who}`)
  switch (record.call) {
    case 'attendance/check-in': return named(`签到 ${record.input.present} 人`)
    case 'attendance/check-in-code': return named('扫入场码')
    case 'attendance/meet-face': return `熟面孔签到${record.locked ? '' : `，${record.input.callName}`}`
    case 'attendance/walk-in': return `现场登记 ${record.input.people} 人${record.input.callName ? `，${record.input.callName}` : ''}`
    case 'attendance/headcount': return `现场清点 ${record.input.people} 人`
    case 'attendance/undo': return named({ 'check-in': '撤销签到', 'walk-in': '撤销现场登记', headcount: '撤销清点', 'meet-face': '撤销熟面孔签到' }[record.input.of.what])
    case 'work/log': {
      const { before, number, after } = sentenceOf(record.input, known.unitName(record.input.unitId) ?? '')
      return `${before}${number}${after}`
    }
    case 'work/quiet-month': return `${monthNumber(`${record.input.month}-01`)}月${record.input.nothing ? '无此项' : '有记录'}，${known.unitName(record.input.unitId) ?? ''}`
    case 'work/correct': return record.input.withdrawn ? `更正，${record.input.reason}` : `更正，${record.input.reason}，改为 ${record.input.quantity ?? '没有数'}`
  }
}

/** 11月27日 18:35, by the community's clock as far as it was known. */
export function whenItWas({ input }: InQueue): string {
  const at = new Date(Date.parse(input.at) - input.offsetMs).toISOString()
  const day = dayOf(at)
  return `${monthNumber(day)}月${dayNumber(day)}日 ${clockOf(at)}`
}

/** For the tongue of a screen reader: which of several like it. */
export function shortName(record: InQueue): string {
  return record.call === 'work/log' ? indicatorOf(record.input.indicator).act : whatItWas(record, { rows: [], unitName: () => null })
}
