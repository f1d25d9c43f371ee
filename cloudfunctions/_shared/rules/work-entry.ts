/** What a work entry may say: its day, and a quantity that fits its indicator. Pure. */
import type { Softness } from '../../../contract/values'
import { indicatorOf, type IndicatorName } from '../../../contract/work/indicators'
import { clockError, correctedTime, dayOf, days } from './calendar'

const oldestDays = 400

export interface Said { indicator: IndicatorName; quantity: number | null; softness: Softness; on: string }

/**
 * When it was written down, in ms: by the device's corrected clock, which may have been measured a little wrong; by the server's where that
 * clock could not be trusted and the worker said the day. A phone may have been without signal for long: when it arrives decides nothing.
 */
export function writtenAt(record: { at: string; offsetMs: number; dayConfirmed: boolean }, now: number): number {
  return record.dayConfirmed ? now : Math.min(correctedTime(record), now + clockError)
}

/** The refusal that fits, or null. `written`: in ms. */
export function troubleWith({ indicator, quantity, softness, on }: Said, written: number) {
  const { max, alwaysSoft, money } = indicatorOf(indicator)
  if (on > dayOf(written)) return 'day-in-future'
  if (on < dayOf(written - days(oldestDays))) return 'day-too-old'
  if (quantity === null) return null
  if (quantity > max) return 'quantity-too-large'
  if (alwaysSoft && softness === 'exact') return 'only-a-soft-number'
  // 上千 has one value, so that a sum with it can be checked; money is kept in 分.
  if (softness === 'thousand' && quantity !== (money ? 100_000 : 1000)) return 'thousand-is-1000'
  return null
}

/** Without a quantity there is nothing to be soft about. */
export function softnessOf({ quantity, softness }: Pick<Said, 'quantity' | 'softness'>): Softness {
  return quantity === null ? 'exact' : softness
}
