/** What a batch will ask for, in one read a collection. */
import { collection } from './collection'
import { rememberDocument, remembering } from './known-documents'

export interface Place { collection: string; id: string }

/** While `work` runs, what stands at these places is known. Where it cannot be read ahead, each record reads for itself. */
export function readingAhead<T>(places: readonly Place[], work: () => Promise<T>): Promise<T> {
  return remembering(async () => {
    const names = [...new Set(places.map((place) => place.collection))]
    await Promise.all(names.map((name) => readAhead(name, [...new Set(places.filter((place) => place.collection === name).map(({ id }) => id))])))
    return work()
  })
}

async function readAhead(name: string, ids: readonly string[]): Promise<void> {
  const found = await collection<{ _id: string }>(name).findMany(ids).catch(() => null)
  if (found) for (const id of ids) rememberDocument(name, id, found.get(id) ?? null)
}
