/**
 * Documents that one invocation has read already, so that a batch does not read the same event a hundred times. A hint and nothing more:
 * conditional writes stay the judge, and what this invocation touches itself is forgotten here, so that it reads its own writes. Outside of
 * `remembering` nothing is known.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

type Documents = Map<string, { _id: string } | null>

const known = new AsyncLocalStorage<Map<string, Documents> | null>()

/** While `work` runs, what is found by id is kept in mind. */
export function remembering<T>(work: () => Promise<T>): Promise<T> {
  return known.run(new Map(), work)
}

/** `work` reads everything anew. */
export function forgettingAll<T>(work: () => Promise<T>): Promise<T> {
  return known.run(null, work)
}

export function isRemembering(): boolean {
  return Boolean(known.getStore())
}

/** null: was not there. undefined: nobody knows. */
export function knownDocument<R extends { _id: string }>(collection: string, id: string): R | null | undefined {
  return known.getStore()?.get(collection)?.get(id) as R | null | undefined
}

export function rememberDocument(collection: string, id: string, document: { _id: string } | null): void {
  const all = known.getStore()
  if (!all) return
  const documents = all.get(collection) ?? new Map<string, { _id: string } | null>()
  all.set(collection, documents.set(id, document))
}

/** `id` absent: any of the collection may have changed. */
export function forgetDocument(collection: string, id?: unknown): void {
  if (typeof id === 'string') known.getStore()?.get(collection)?.delete(id)
  else known.getStore()?.delete(collection)
}
