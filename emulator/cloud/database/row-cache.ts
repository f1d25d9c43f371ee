import type { Row } from './rows'

const MOST_CHARACTERS = 16_000_000

/** Rows as they were last read or written: large ones take long to parse. */
export class RowCache {
  readonly #rows = new Map<string, Row>()
  /** Taken in since it was last empty. */
  #characters = 0

  get(key: string): Row | undefined {
    return this.#rows.get(key)
  }

  set(key: string, row: Row | null): void {
    if (!row) return void this.#rows.delete(key)
    this.#characters += row.text.length
    if (this.#characters > MOST_CHARACTERS) {
      this.#rows.clear()
      this.#characters = row.text.length
    }
    this.#rows.set(key, row)
  }
}
