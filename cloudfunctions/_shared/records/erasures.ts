/**
 * `erasures/<personKey>`: somebody asked to be forgotten. It stands until all of it is done twice: once at once, and once more when
 * every call that was under way at that moment is over, for what such a call may have written behind the first time.
 */
import { command } from '../cloud'
import { audited } from './audit'
import { collection } from './collection'
import type { OpenidRecord } from './openids'
import type { PersonRecord } from './people'
import type { Transaction } from './transaction'

export interface ErasureRecord {
  _id: string
  at: string
  /** Everything was gone by then, for the first time. */
  goneAt: string | null
  /** Not somebody who leaves: their WeChat goes on as this 熟面孔 (people/claim-face). */
  into?: string
}

const erasures = collection<ErasureRecord>('erasures')

/**
 * From here on the key is on its way out: no other call is made under it (caller.ts). Once; with its entry in the audit, which names the
 * key alone. `path`: root … a unit of that chain; null: there is no unit at all.
 */
export async function beginErasure(transaction: Transaction, person: OpenidRecord, path: readonly string[] | null, at: string): Promise<void> {
  if (await transaction.find<ErasureRecord>('erasures', person.personKey)) return
  await transaction.update('openids', person._id, { leaving: true })
  await transaction.add('erasures', { _id: person.personKey, at, goneAt: null } satisfies ErasureRecord)
  if (path) await audited(transaction, path, { action: 'people/erase', by: person.personKey, about: person.personKey, facts: {} }, at)
}

/** The WeChat of somebody who has done nothing yet goes on under the key of a 熟面孔; the key that it had is nobody's and goes. Once. */
export async function beginTakeover(transaction: Transaction, known: OpenidRecord, face: PersonRecord, at: string): Promise<void> {
  await transaction.update('openids', known._id, { personKey: face._id, faces: command.remove() })
  await transaction.update('people', face._id, { vouchedBy: command.set([]), ownWechat: true })
  await transaction.add('erasures', { _id: known.personKey, at, goneAt: null, into: face._id } satisfies ErasureRecord)
}

export async function noteGone(personKey: string, at: string): Promise<void> {
  await erasures.update({ _id: personKey, goneAt: null }, { goneAt: at })
}

export async function endErasure(personKey: string): Promise<void> {
  await erasures.remove({ _id: personKey })
}

/** Broken off, or gone by that instant for the first time; the oldest first. */
export function openErasures(before: string, most: number): Promise<ErasureRecord[]> {
  return erasures.list(command.or([{ goneAt: null }, { goneAt: command.lte(before) }]) as unknown as Record<string, unknown>, { orderBy: [['goneAt', 'asc'], ['_id', 'asc']], limit: most })
}
