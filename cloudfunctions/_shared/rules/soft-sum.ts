/** Sums of soft and exact numbers (product.md, Soft numbers): nothing soft ever comes out exact. Pure. */
import type { SumSoftness } from '../../../contract/totals/figure'
import type { Softness } from '../../../contract/values'

export interface Quantity { value: number; softness: Softness }
export interface Sum { value: number; softness: SumSoftness }

const overWords: readonly Softness[] = ['over', 'many', 'thousand']

/** 余 when all soft parts are 余, 多 or 上千, otherwise 约. */
export function sumOf(parts: readonly Quantity[]): Sum {
  return { value: parts.reduce((total, part) => total + part.value, 0), softness: softnessOf(parts.map((part) => part.softness)) }
}

export function softnessOf(parts: readonly Softness[]): SumSoftness {
  const soft = parts.filter((one) => one !== 'exact')
  if (soft.length === 0) return 'exact'
  return soft.every((one) => overWords.includes(one)) ? 'over' : 'about'
}
