/** A figure as it stands in a report: 12条, 300余份, 约40人次, 1200.50元. Pure. */
import type { Figure, SumSoftness } from '../../../contract/totals/figure'
import type { Sum } from './soft-sum'

/** The number with its softness, without the unit: 300余, 约40. */
export function printNumber({ value, softness }: Sum, money?: boolean): string {
  const number = money ? yuan(value) : String(value)
  return softness === 'over' ? `${number}余` : softness === 'about' ? `约${number}` : number
}

/** null: nothing was counted, so no number may be printed. */
export function printFigure(figure: Figure): string | null {
  return figure.value === null ? null : `${printNumber({ value: figure.value, softness: figure.softness }, figure.money)}${figure.unit}`
}

/** 分 as 元, whole or with two decimals. */
function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}

/** 签到30，未登记13余: how a 人次 is known; empty parts are left out. What is left of a soft count is as soft. */
export function printSplit(split: NonNullable<Figure['split']>, softness: SumSoftness): string {
  const parts: [string, number, SumSoftness][] = [['签到', split.signedIn, 'exact'], ['现场登记', split.walkIns, 'exact'], ['未登记', split.unregistered, softness]]
  return parts.filter(([, people]) => people > 0).map(([zh, value, soft]) => `${zh}${printNumber({ value, softness: soft })}`).join('，')
}
