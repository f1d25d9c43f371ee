/** The one place where an openid stands: `openids/<openid>` → personKey. Erasing that document forgets the person. */
import { randomBytes } from 'node:crypto'
import { collection } from './collection'

interface OpenidRecord { _id: string; personKey: string; mintedAt: string }

const openids = collection<OpenidRecord>('openids')

/** Mints a random key at first use; two first calls at once get the same key. */
export async function personKeyOf(openid: string, now: number): Promise<string> {
  const found = await openids.find(openid)
  if (found) return found.personKey
  const minted = { _id: openid, personKey: `p${randomBytes(12).toString('hex')}`, mintedAt: new Date(now).toISOString() }
  return (await openids.addOnce(minted)).record.personKey
}

/** Was this key minted for somebody? */
export async function isKnownKey(personKey: string): Promise<boolean> {
  return (await openids.list({ personKey }, { limit: 1, fields: ['personKey'] })).length > 0
}
