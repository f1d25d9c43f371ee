/** How small and how large a soft number may truly be. Wide, so that nothing true is ever called a contradiction. Pure. */
import type { Softness } from '../../../../contract/values'

interface Said { quantity: number | null; softness: Softness }

/** 余, 多 and 上千 are at least what they say, 近 and 约 may be half of it; not counted may be anything. */
export function atLeast({ quantity, softness }: Said): number {
  if (quantity === null) return 0
  return softness === 'near' || softness === 'about' ? quantity / 2 : quantity
}

/** 近 is at most what it says, 余, 多 and 约 may be twice that; 上千 and what was not counted have no end. */
export function atMost({ quantity, softness }: Said): number {
  if (quantity === null || softness === 'thousand') return Infinity
  return softness === 'exact' || softness === 'near' ? quantity : quantity * 2
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
