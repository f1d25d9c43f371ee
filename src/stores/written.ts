/** A logged quantity as one writes it: 6, 240余, 约300, 上千; money in 元. Nothing counted has no number. Pure. */
import { indicatorOf, type IndicatorName } from '#contract/work/indicators'
import type { Softness } from '#contract/values'

export type SoftWord = Exclude<Softness, 'exact'>

/** In the order they are offered; 上千 is a value of its own (1,000). */
export const softWords: Record<SoftWord, string> = { over: '余', many: '多', near: '近', about: '约', thousand: '上千' }

export function written(indicator: IndicatorName, quantity: number, softness: Softness): string {
  const number = indicatorOf(indicator).money ? yuan(quantity) : String(quantity)
  if (softness === 'exact') return number
  if (softness === 'thousand') return softWords.thousand
  return softness === 'near' || softness === 'about' ? softWords[softness] + number : number + softWords[softness]
}

function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}
