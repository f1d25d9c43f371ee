/**
 * Where a unit hangs in a given month. A grid that moves does so on the 1st of a month; earlier months keep the place that they had, so a
 * fact of November that is written down in December belongs where the grid was in November. Pure.
 */
export interface Place { parentId: string | null; path: string[]; order: number }

export interface Moving extends Place {
  /** Places before, each up to (not in) the month `until`; the oldest first. */
  before?: readonly (Place & { until: string })[]
  /** A move that was decided; from its month on it is the place, without anybody having to write it. */
  next?: (Place & { from: string }) | null
}

/** `month`: `2026-12`, Asia/Shanghai. */
export function placeIn({ before, next, ...now }: Moving, month: string): Place {
  if (next && month >= next.from) return { parentId: next.parentId, path: next.path, order: next.order }
  const earlier = before?.find((place) => month < place.until)
  const { parentId, path, order } = earlier ?? now
  return { parentId, path, order }
}

/** The unit with the place of that month on top. */
export function placedIn<U extends Moving>(unit: U, month: string): U {
  return { ...unit, ...placeIn(unit, month) }
}

/** The record with a move decided, or with none: a move of before that has taken effect becomes the place, and the old place history. */
export function withMove<U extends Moving>(unit: U, month: string, next: (Place & { from: string }) | null): U {
  const { parentId, path, order } = unit
  const inEffect = unit.next && month >= unit.next.from ? unit.next : null
  const settled = inEffect
    ? { ...unit, parentId: inEffect.parentId, path: inEffect.path, order: inEffect.order, before: [...(unit.before ?? []), { parentId, path, order, until: inEffect.from }] }
    : unit
  return { ...settled, next }
}
