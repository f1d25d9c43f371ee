/** A unit's month by parts: its own facts (本级) and each child's, by the same rules. Pure. */
import type { Figure } from '../../../contract/totals/figure'
import { figuresOfMonth, type Month } from './figures'
import type { Sum } from './soft-sum'

export type Values = Record<string, Sum>

/** Name → value; what was not counted is absent. */
export function valuesOf(month: Month): Values {
  return valuesOfFigures(figuresOfMonth(month))
}

export function valuesOfFigures(figures: readonly Figure[]): Values {
  const counted = figures.flatMap(({ name, value, softness }) => (value === null ? [] : [[name, { value, softness }] as const]))
  return Object.fromEntries(counted)
}

/** What a unit has by itself. */
export function ownMonth(month: Month, unitId: string): Month {
  return partOfMonth(month, (path) => path[path.length - 1] === unitId)
}

/** What a unit has with all below it. */
export function monthBelow(month: Month, unitId: string): Month {
  return partOfMonth(month, (path) => path.includes(unitId))
}

/** Units that facts name right below this one; a unit that has moved since is still among them. */
export function unitsBelow(month: Month, unitId: string): string[] {
  const paths = [...month.held.map((one) => one.event.path), ...month.entries.map((one) => one.path)]
  return [...new Set(paths.flatMap((path) => path[path.indexOf(unitId) + 1] ?? []))]
}

/** Without 引用数, which stand by themselves. */
export function partOfMonth({ held, openedBefore, entries }: Month, covers: (path: readonly string[]) => boolean): Month {
  return { held: held.filter((one) => covers(one.event.path)), openedBefore, entries: entries.filter((one) => covers(one.path)) }
}
