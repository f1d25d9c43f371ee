/** The world's clock: it runs like a real one, from wherever it was last set. */
export interface Clock {
  now(): number
  set(instant: string): void
  advance(ms: number): void
  /** Called after each jump; what waits for a time looks again then. */
  onJump(listener: () => void): void
}

export function createClock(startAt?: string): Clock {
  let offset = 0
  const listeners: (() => void)[] = []
  const jump = (to: number) => {
    offset = to
    for (const listener of listeners) listener()
  }
  const clock: Clock = {
    now: () => Date.now() + offset,
    set(instant) {
      const wanted = Date.parse(instant)
      if (Number.isNaN(wanted)) throw new Error(`The clock cannot be set to "${instant}": give an ISO instant.`)
      jump(wanted - Date.now())
    },
    advance: (ms) => jump(offset + ms),
    onJump: (listener) => void listeners.push(listener),
  }
  if (startAt !== undefined) clock.set(startAt)
  return clock
}
