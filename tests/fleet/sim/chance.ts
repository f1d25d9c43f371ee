/** Chance with a seed: the same fleet each time. */
export interface Chance {
  /** 0 … 1, without 1. */
  next(): number
  happens(share: number): boolean
  /** Whole, both included. */
  between(from: number, to: number): number
  oneOf<T>(some: readonly T[]): T
}

/** mulberry32, public domain. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { next, between, happens: (share) => next() < share, oneOf: (some) => some[between(0, some.length - 1)]! }
}
