/** Time that passes only when somebody waits: a month of a fleet in minutes. One thing happens at a time, in order, the same each time. */
interface Due { at: number; order: number; run: () => unknown; off: boolean }

export class VirtualTime {
  #due: Due[] = []
  #orders = 0

  /** In ms, by the true clock. */
  constructor(public now: number) {}

  /** Returns what calls it off. */
  after(ms: number, run: () => unknown): () => void {
    const due: Due = { at: this.now + Math.max(0, ms), order: (this.#orders += 1), run, off: false }
    let [low, high] = [0, this.#due.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#due[middle]!
      if (other.at < due.at || (other.at === due.at && other.order < due.order)) high = middle
      else low = middle + 1
    }
    this.#due.splice(low, 0, due) // the last one is next
    return () => { due.off = true }
  }

  at(instant: number, run: () => unknown): void {
    this.after(instant - this.now, run)
  }

  /** Everything that is due until then; what it sets off by promises alone has happened before the next thing does. */
  async runUntil(end: number): Promise<void> {
    for (let next = this.#due.at(-1); next && next.at <= end; next = this.#due.at(-1)) {
      this.#due.pop()
      if (next.off) continue
      this.now = next.at
      await next.run()
      await new Promise((resolve) => setImmediate(resolve))
    }
    this.now = end
  }
}
