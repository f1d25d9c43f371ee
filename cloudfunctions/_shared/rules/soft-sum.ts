/** Sums of soft and exact numbers (product.md, Soft numbers): nothing soft ever comes out exact. Pure. */
import { softnessOfSum, type SumSoftness } from '../../../contract/totals/figure'
import type { Softness } from '../../../contract/values'

export interface Quantity { value: number; softness: Softness }
export interface Sum { value: number; softness: SumSoftness }

export function sumOf(parts: readonly Quantity[]): Sum {
  return { value: parts.reduce((total, part) => total + part.value, 0), softness: softnessOfSum(parts.map((part) => part.softness)) }
}
