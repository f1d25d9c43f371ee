/** A quantity above ten times what is usual for that unit and indicator: the median of its last six months, of three entries at least. A hint, for large things do happen. Pure. */
import { previousMonth } from '../calendar'

export interface Logged { _id: string; unitId: string; indicator: string; quantity: number | null; on: string }
export interface Unusual { entry: Logged; quantity: number; usual: number }

const times = 10
const fewest = 3

/** The six months before, the latest first. */
export function monthsOfUsual(month: string): string[] {
  const months: string[] = []
  for (let before = previousMonth(month); months.length < 6; before = previousMonth(before)) months.push(before)
  return months
}

/** Nothing smaller can be ten times a whole number. */
export function mayBeUnusual({ quantity }: Pick<Logged, 'quantity'>): boolean {
  return quantity !== null && quantity > times
}

/** `earlier`: entries that stand, of the six months before. */
export function unusual(entries: readonly Logged[], earlier: readonly Logged[]): Unusual[] {
  const usual = new Map<string, number[]>()
  const keyOf = ({ unitId, indicator }: Logged) => `${unitId} ${indicator}`
  for (const one of earlier) if (one.quantity !== null) usual.set(keyOf(one), [...(usual.get(keyOf(one)) ?? []), one.quantity])
  return entries.flatMap((entry) => {
    const before = usual.get(keyOf(entry)) ?? []
    if (entry.quantity === null || before.length < fewest) return []
    const median = medianOf(before)
    return entry.quantity > times * median ? [{ entry, quantity: entry.quantity, usual: median }] : []
  })
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
