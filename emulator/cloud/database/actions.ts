import { invalidParam, requestFailed, wholeNumber } from '../failure'
import type { CloudDatabase } from './database'
import { decode, decodeDocument, type Document } from './ejson'

/** The parameters of a request as the SDK sends them; documents, queries and projections are EJSON text. */
export type Parameters = Record<string, unknown>
export type Answer = { data?: unknown; transactionId?: string }
export type Action = (parameters: Parameters) => Answer | Promise<Answer>

/** The database half of the protocol: action name to engine. Each may throw `Blocked`, and is then run again. */
export function databaseActions(database: CloudDatabase, now: () => number): Record<string, (parameters: Parameters) => Answer> {
  const read = (text: unknown): Document => (text === undefined ? {} : decodeDocument(textOf(text, 'query'), now))
  /** What is written to many says which: production's answer to none is not documented. */
  const readWritten = (p: Parameters): Document => {
    if (p.multi === true && (p.query === undefined || p.query === '')) throw invalidParam('a write of many documents needs where()')
    return read(p.query)
  }
  const collectionOf = (parameters: Parameters) => textOf(parameters.collectionName, 'collectionName')
  const transactionOf = ({ transactionId }: Parameters) => (transactionId === undefined ? undefined : textOf(transactionId, 'transactionId'))
  /** A write that fails ends its transaction, as in MongoDB. */
  const writing = <T>(parameters: Parameters, write: (transactionId: string | undefined) => T): T => {
    const transactionId = transactionOf(parameters)
    try {
      return write(transactionId)
    } catch (failure) {
      if (transactionId !== undefined) database.transactions.close(transactionId)
      throw failure
    }
  }

  return {
    'database.addCollection': (p) => {
      database.createCollection(collectionOf(p))
      return { data: {} }
    },
    'database.insertDocument': (p) => {
      if (!Array.isArray(p.data)) throw invalidParam('data must be a list')
      const documents = p.data.map(read)
      const insertedIds = writing(p, (transactionId) => {
        if (transactionId !== undefined && documents.length !== 1) throw requestFailed('a transaction adds one document at a time')
        return database.insert(collectionOf(p), documents, transactionId)
      })
      return { data: { insertedIds } }
    },
    'database.getDocument': (p) => {
      if (p.transactionId !== undefined && p.queryType !== 'DOC') throw requestFailed('a transaction reads by doc() only')
      const query = read(p.query)
      const limit = p.queryType === 'DOC' ? 1 : wholeNumber('limit', p.limit ?? 100, 1, invalidParam)
      const offset = wholeNumber('offset', p.offset ?? 0, 0, invalidParam)
      const order = read(p.order) as Record<string, 1 | -1>
      database.coverage.require({ collection: collectionOf(p), query, order, skipped: offset })
      return { data: { list: database.find(collectionOf(p), { query, order, offset, limit, projection: read(p.projection) }, transactionOf(p)) } }
    },
    'database.calculateDocument': (p) => {
      const query = read(p.query)
      database.coverage.require({ collection: collectionOf(p), query, skipped: 0 })
      return { data: { total: database.count(collectionOf(p), query) } }
    },
    'database.modifyDocument': (p) => {
      const query = readWritten(p)
      if (p.merge === true) {
        database.coverage.require({ collection: collectionOf(p), query })
        const change = (transactionId?: string) => database.update(collectionOf(p), query, read(p.data), p.multi === true, transactionId)
        return { data: { updated: writing(p, change) } }
      }
      const id = textOf(query._id, '_id')
      const outcome = writing(p, (transactionId) => database.set(collectionOf(p), id, read(p.data), transactionId))
      return { data: outcome === 'created' ? { updated: 0, upsert_id: id } : { updated: outcome === 'replaced' ? 1 : 0 } }
    },
    'database.removeDocument': (p) => {
      const query = readWritten(p)
      database.coverage.require({ collection: collectionOf(p), query })
      return { data: { deleted: writing(p, (transactionId) => database.remove(collectionOf(p), query, p.multi === true, transactionId)) } }
    },
    'database.aggregateDocuments': (p) => {
      if (!Array.isArray(p.stages)) throw invalidParam('stages must be a list')
      const stages = p.stages.map((stage: { stageKey: unknown; stageValue: unknown } | null) => ({
        [textOf(stage?.stageKey, 'stageKey')]: decode(textOf(stage?.stageValue, 'stageValue'), now),
      }))
      database.coverage.requireForStages(collectionOf(p), stages)
      return { data: { list: database.aggregate(collectionOf(p), stages) } }
    },
    'database.startTransaction': () => ({ transactionId: database.transactions.begin() }),
    'database.commitTransaction': (p) => {
      database.commit(textOf(p.transactionId, 'transactionId'))
      return { data: {} }
    },
    'database.abortTransaction': (p) => {
      const { id } = database.transactions.get(textOf(p.transactionId, 'transactionId'))
      database.transactions.close(id)
      return { data: {} }
    },
  }
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw invalidParam(`${name} must be text`)
  return value
}
