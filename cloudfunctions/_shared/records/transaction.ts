/**
 * Several documents, together or not at all. Only by id: the SDK's `where().update()` runs outside of the transaction it
 * is called on. A conflict is not tried again by the SDK (its wrapper hides the code), so it is here; `work` may therefore run
 * several times, and once more after a commit whose answer was lost: it reads first and finds its own work done.
 */
import { db } from '../cloud'
import { forgetDocument } from './known-documents'

export interface Transaction {
  find<R extends { _id: string }>(collection: string, id: string): Promise<R | null>
  add<R extends { _id: string }>(collection: string, record: R): Promise<void>
  /** Nested objects merge; `command.set` replaces. */
  update(collection: string, id: string, change: Record<string, unknown>): Promise<void>
}

/** Conflicts last as long as somebody else's transaction, some hundred ms at most. */
const mostTries = 8

export async function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const transaction = await db.startTransaction()
    try {
      const outcome = await work(verbsOf(transaction as unknown as Raw))
      await transaction.commit()
      return outcome
    } catch (failure) {
      await transaction.rollback().catch(() => undefined) // a conflict has ended it already
      if (!isOfTheCloud(failure) || tries === mostTries) throw failure
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 25 * 2 ** Math.min(tries, 4)))
    }
  }
}

/** The SDK's own, which carries a number or, from `commit` and from the network, a code; what `work` throws itself no other try would mend. */
function isOfTheCloud(failure: unknown): boolean {
  const { errCode, code } = (failure ?? {}) as { errCode?: unknown; code?: unknown }
  return typeof errCode === 'number' || typeof code === 'string'
}

interface Raw {
  collection(name: string): {
    add(add: { data: object }): Promise<unknown>
    doc(id: string): { get(): Promise<{ data?: unknown }>; update(update: { data: object }): Promise<unknown> }
  }
}

function verbsOf(raw: Raw): Transaction {
  const touched = (collection: string, id: string) => {
    forgetDocument(collection, id)
    return raw
  }
  return {
    find: async <R>(collection: string, id: string) => ((await touched(collection, id).collection(collection).doc(id).get()).data as R | null | undefined) ?? null,
    add: async (collection, record) => void (await touched(collection, record._id).collection(collection).add({ data: record })),
    update: async (collection, id, change) => void (await touched(collection, id).collection(collection).doc(id).update({ data: change })),
  }
}
