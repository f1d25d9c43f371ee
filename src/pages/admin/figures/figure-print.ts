/** How a figure stands on a screen: its softness is part of it, money is shown in 元, and nothing counted prints as nothing. */
import type { SumSoftness } from '#contract/totals/figure'

export interface Amount { value: number; softness: SumSoftness }

/** `240余`, `约1050`, `41`, `350.50`; money comes in 分. */
export function printAmount(amount: Amount, money = false): string {
  const number = money ? yuan(amount.value) : String(amount.value)
  if (amount.softness === 'over') return `${number}余`
  return amount.softness === 'about' ? `约${number}` : number
}

/** As a sentence says it, without spaces: `240余份`. */
export function printWithUnit(amount: Amount, unit: string, money = false): string {
  return `${printAmount(amount, money)}${unit}`
}

function yuan(fen: number): string {
  const whole = Math.trunc(fen / 100)
  const rest = Math.abs(fen % 100)
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, '0')}`
}
