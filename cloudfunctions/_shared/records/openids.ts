/**
 * The one place where an openid stands: `openids/<openid>` → personKey, with a copy of the roles held (grants.ts), so that a call
 * costs one read to know who makes it. Erasing that document forgets the person.
 */
import { randomBytes } from 'node:crypto'
import type { Role } from '../rules/matrix'
import { collection } from './collection'

export interface HeldRole { role: Role; unitId: string }
export interface OpenidRecord { _id: string; personKey: string; mintedAt: string; roles: HeldRole[] }

const openids = collection<OpenidRecord>('openids')

export function openidRecord(openid: string, personKey: string, mintedAt: string, roles: HeldRole[] = []): OpenidRecord {
  return { _id: openid, personKey, mintedAt, roles }
}

/** One database operation; null for whom nobody has made known. */
export function personOf(openid: string): Promise<OpenidRecord | null> {
  return openids.find(openid)
}

/** Mints a random key; two who do so at once get the same one. */
export async function mintPerson(openid: string, now: number): Promise<OpenidRecord> {
  return (await openids.addOnce(openidRecord(openid, `p${randomBytes(12).toString('hex')}`, new Date(now).toISOString()))).record
}

/** Was this key minted for somebody? */
export async function isKnownKey(personKey: string): Promise<boolean> {
  return (await openids.list({ personKey }, { limit: 1, fields: ['personKey'] })).length > 0
}

/** Only for writing the copy of the roles; never leaves the function. */
export async function openidOfPerson(personKey: string): Promise<string | null> {
  return (await openids.list({ personKey }, { limit: 1, fields: ['personKey'] }))[0]?._id ?? null
}
