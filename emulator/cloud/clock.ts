/** The world's clock: it runs like a real one, from wherever it was last set. */
export interface Clock {
  now(): number
  set(instant: string): void
  advance(ms: number): void
}

export function createClock(startAt?: string): Clock {
  let offset = 0
  const clock: Clock = {
    now: () => Date.now() + offset,
    set(instant) {
      const wanted = Date.parse(instant)
      if (Number.isNaN(wanted)) throw new Error(`The clock cannot be set to "${instant}": give an ISO instant.`)
      offset = wanted - Date.now()
    },
    advance(ms) {
      offset += ms
    },
  }
  if (startAt !== undefined) clock.set(startAt)
  return clock
}
