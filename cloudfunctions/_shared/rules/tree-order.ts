/** The tree's order: a unit before what lies below it, siblings by their own order. Pure. */
interface Placed { _id: string; path: readonly string[] }

/** `orders`: the order among siblings of every unit on the paths. */
export function inTreeOrder<U extends Placed>(units: readonly U[], orders: ReadonlyMap<string, { order: number }>): U[] {
  const steps = (unit: U) => unit.path.map((id) => orders.get(id)?.order ?? 0)
  return [...units].sort((a, b) => {
    const [left, right] = [steps(a), steps(b)]
    for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
      const difference = (left[i] ?? 0) - (right[i] ?? 0)
      if (difference !== 0) return difference
    }
    return left.length - right.length || (a._id < b._id ? -1 : 1)
  })
}
