/** What clients were promised, beside what is there after a kill. A key is a document, a file, an owner or a mark. */
export type Change = readonly [key: string, value: string | undefined]

export class Ledger {
  /** After every acknowledged write. */
  #promised = new Map<string, string>()
  /** Sent, and nothing was heard: done as a whole or not at all. */
  readonly #open = new Set<readonly Change[]>()
  #awaited = { count: Infinity, reached: (): void => undefined }
  acknowledged = 0
  /** The latest time that the world's clock was heard to show, when it was set. */
  latest = 0
  /** Of those cut off by a kill. */
  unheard = { done: 0, notDone: 0 }

  /** Runs one write; `write` says whether it was acknowledged or refused, and throws when nothing was heard. */
  async around(changes: readonly Change[], write: () => Promise<'acknowledged' | 'refused'>): Promise<void> {
    this.#open.add(changes)
    const heard = await write()
    this.#open.delete(changes)
    if (heard === 'refused') return
    apply(this.#promised, changes)
    this.acknowledged += 1
    if (this.acknowledged >= this.#awaited.count) this.#awaited.reached()
  }

  /** Resolves with the acknowledgement of that number, while other writes are on their way. */
  atCount(count: number): Promise<void> {
    return new Promise((reached) => (this.#awaited = { count, reached }))
  }

  has(key: string): boolean {
    return this.#promised.has(key)
  }

  /** What is wrong, one sentence each. From then on what is there is what counts. */
  compare(there: ReadonlyMap<string, string>): string[] {
    const problems: string[] = []
    const expected = new Map(this.#promised)
    for (const changes of this.#open) {
      const done = changes.filter(([key, value]) => there.get(key) === value).length
      const untouched = changes.filter(([key]) => there.get(key) === this.#promised.get(key)).length
      if (done < changes.length && untouched < changes.length) problems.push(`half done: ${changes.map(([key]) => key).join(' and ')}`)
      this.unheard[done === changes.length ? 'done' : 'notDone'] += 1
      if (done === changes.length) apply(expected, changes)
    }
    for (const [key, value] of expected) {
      if (there.get(key) !== value) problems.push(`lost: ${key} is ${there.get(key)}, acknowledged was ${value}`)
    }
    for (const key of there.keys()) if (!expected.has(key)) problems.push(`nobody wrote this, or it was removed: ${key}`)
    this.#promised = new Map(there)
    this.#open.clear()
    return problems
  }
}

function apply(state: Map<string, string>, changes: readonly Change[]): void {
  for (const [key, value] of changes) {
    if (value === undefined) state.delete(key)
    else state.set(key, value)
  }
}
