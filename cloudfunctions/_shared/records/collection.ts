/**
 * A collection with the few verbs that records use, typed where the SDK is not. It refuses the two traps of the SDK:
 * `where` with an undefined value (it silently widens the query) and reading the meaning of an error of `add`
 * (a duplicate `_id` comes in two shapes, so the document is read instead).
 */
import { command, db } from '../cloud'
import { forgetDocument, knownDocument, rememberDocument } from './known-documents'

type Where = Record<string, unknown>
interface Page {
  orderBy?: readonly [field: string, direction: 'asc' | 'desc'][]
  limit?: number
  skip?: number
  /** Only these fields (and `_id`) come; the others are absent whatever the type says. For documents that can be large. */
  fields?: readonly string[]
}

/** The most documents that one get answers (WeChat cloud's limit). */
const pageSize = 1000
/** An answer of more than 1 MB is refused, by a code that the SDK hides: a page that fails is asked for again in smaller ones, down to this. */
const smallestPage = 25

export function collection<R extends { _id: string }>(name: string) {
  const documents = () => db.collection(name)

  async function find(id: string): Promise<R | null> {
    const known = knownDocument<R>(name, id)
    if (known !== undefined) return known
    const { data } = (await documents().doc(id).get({})) as unknown as { data: R | null | undefined }
    rememberDocument(name, id, data ?? null)
    return data ?? null
  }

  /** Whatever is written to is no longer known as it was, also when the answer is lost. */
  function writing<T>(id: unknown, write: () => Promise<T>): Promise<T> {
    forgetDocument(name, id)
    return write().finally(() => forgetDocument(name, id))
  }

  const insert = (record: R) => writing(record._id, async () => void (await documents().add({ data: record })))

  /** Many in one operation; null, or the error, which does not tell whether some are there already. */
  async function tryAddAll(records: readonly R[]): Promise<unknown> {
    try {
      await writing(undefined, () => documents().add({ data: records as unknown as object }) as Promise<unknown>)
      return null
    } catch (error) {
      return error ?? new Error('add failed')
    }
  }

  /** Adds under the natural id, once: a second add finds the first document instead. */
  async function addOnce(record: R): Promise<{ added: boolean; record: R }> {
    const known = knownDocument<R>(name, record._id)
    if (known) return { added: false, record: known }
    try {
      await insert(record)
      return { added: true, record }
    } catch (error) {
      const existing = await find(record._id)
      if (!existing) throw error
      return { added: false, record: existing }
    }
  }

  async function list(where: Where, page: Page = {}): Promise<R[]> {
    let query = documents().where(complete(where)).limit(page.limit ?? pageSize)
    for (const [field, direction] of page.orderBy ?? []) query = query.orderBy(field, direction)
    if (page.skip) query = query.skip(page.skip)
    if (page.fields) query = query.field(Object.fromEntries(page.fields.map((field) => [field, true])))
    const { data } = (await query.get()) as unknown as { data: R[] }
    return data
  }

  return {
    name,
    find,
    list,

    /** Every document that matches, page by page in the order of `_id`. `size`: smaller pages for documents that are known to be large. */
    async all(where: Where, size = pageSize, fields?: readonly string[]): Promise<R[]> {
      const found: R[] = []
      for (let limit = size, after = ''; ; ) {
        const asked = limit
        const page = await list({ ...where, ...(after && { _id: command.gt(after) }) }, { orderBy: [['_id', 'asc']], limit, ...(fields && { fields }) }).catch((failure: unknown) => {
          if (limit <= smallestPage) throw failure
          limit = Math.max(smallestPage, Math.floor(limit / 4))
        })
        if (!page) continue
        found.push(...page)
        const last = page[page.length - 1]
        if (page.length < asked || !last) return found
        after = last._id
      }
    },

    /** Documents by id; those that do not exist are absent. */
    async findMany(ids: readonly string[]): Promise<Map<string, R>> {
      const wanted = [...new Set(ids)]
      const found = new Map<string, R>()
      const known = wanted.map((id) => knownDocument<R>(name, id))
      if (known.every((one) => one !== undefined)) return new Map(known.flatMap((one) => (one ? [[one._id, one]] : [])))
      for (let i = 0; i < wanted.length; i += 200) {
        for (const record of await list({ _id: command.in(wanted.slice(i, i + 200)) })) found.set(record._id, record)
      }
      for (const id of wanted) rememberDocument(name, id, found.get(id) ?? null)
      return found
    },

    /** Those of these ids that match, read by their ids. */
    async among(ids: readonly string[], where: Where, fields?: readonly string[]): Promise<R[]> {
      const found: R[] = []
      for (let i = 0; i < ids.length; i += 200) found.push(...(await list({ ...where, _id: command.in(ids.slice(i, i + 200)) }, fields ? { fields } : {})))
      return found
    },

    /** Adds; null, or the error, which does not tell whether it is there already: look where a repeat would show. */
    async tryAdd(record: R): Promise<unknown> {
      try {
        await insert(record)
        return null
      } catch (error) {
        return error ?? new Error('add failed')
      }
    },

    tryAddAll,
    addOnce,

    /** Many at once, each at most once. Some hundred small ones an operation. */
    async addAllOnce(records: readonly R[]): Promise<void> {
      // One of them is there already, perhaps all: which ones, no error tells.
      if (records.length > 0 && (await tryAddAll(records)) !== null) for (const record of records) await addOnce(record)
    },

    /** The whole document, there or not. Only for a document that is derived from another one, which stays the truth. */
    async put(record: R): Promise<void> {
      const { _id, ...rest } = record
      await writing(_id, () => documents().doc(_id).set({ data: rest }) as Promise<unknown>)
    },

    /** One conditional write: how many documents matched and changed. Nested objects merge; `command.set` replaces. */
    async update(where: Where, change: Record<string, unknown>): Promise<number> {
      const result = (await writing(where['_id'], () => documents().where(complete(where)).update({ data: change }) as Promise<unknown>)) as unknown as { stats: { updated: number } }
      return result.stats.updated
    },

    /** How many documents matched and are gone. */
    async remove(where: Where): Promise<number> {
      const result = (await writing(where['_id'], () => documents().where(complete(where)).remove() as Promise<unknown>)) as unknown as { stats: { removed: number } }
      return result.stats.removed
    },
  }
}

function complete(where: Where): Where {
  for (const [field, value] of Object.entries(where)) if (value === undefined) throw new Error(`query without a value for ${field}`)
  return where
}
