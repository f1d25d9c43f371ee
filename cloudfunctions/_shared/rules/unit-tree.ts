/** What fits where in the tree of units. Pure. */
const levels = ['district', 'street', 'community', 'grid'] as const
type Level = (typeof levels)[number]

/** The only level that may hang below this one; null: nothing does. */
export function levelBelow(level: Level): Level | null {
  return levels[levels.indexOf(level) + 1] ?? null
}

/** More would fit no screen and no page of a report. */
export const mostChildren = 300

/** Names are compared as people read them: full and half width are one. */
export function isSameName(one: string, other: string): boolean {
  return one.normalize('NFKC').trim() === other.normalize('NFKC').trim()
}
