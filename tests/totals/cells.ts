/** Figures and the oracle's cells in one form, so that they can be compared as text. */
import type { Figure } from '../../contract/totals/figure'
import type { Cells } from './oracle'

export function cellsOfFigures(figures: readonly Figure[]): Cells {
  // What was only brought over is in no sum.
  return Object.fromEntries(figures.filter(({ value, uncounted }) => value !== null || uncounted > 0).map(({ name, value, softness, uncounted, split, unnamed }) => [name, {
    value, soft: softness, uncounted, ...(split && { split: [split.signedIn, split.walkIns, split.unregistered] as [number, number, number] }), ...(unnamed !== undefined && { unnamed }),
  }]))
}

/** Keys in whatever order they were written. */
export function inText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part))
}

export function valuesOf(cells: Cells): Record<string, { value: number; softness: string }> {
  return Object.fromEntries(Object.entries(cells).flatMap(([name, { value, soft }]) => (value === null ? [] : [[name, { value, softness: soft }]])))
}

export function inOrder<T>(cells: Record<string, T>): [string, T][] {
  return Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1))
}
