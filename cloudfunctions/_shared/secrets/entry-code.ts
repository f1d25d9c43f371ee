/**
 * The codes at the door (contract/attendance/door-code.ts), made and proved. The key of a code is HMAC(code key, its prefix), and its prefix names the
 * session and the person, so a phone that holds one key can make the codes of that prefix and no others.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { cardPrefix, entryPrefix, macBytes, readDoorCode, venuePrefix, type CodeKey } from '../../../contract/attendance/door-code'
import { currentKey, keyNamed, type Key } from './keys'
import { openPerson, sealPerson } from './sealed-person'

const ring = 'LINLI_CODE_KEYS'

/** For one person at one session, `sessionId` being `<eventId>-s<n>`. Throws NoKeys, as everything here does. */
export function entryCodeKey(sessionId: string, personKey: string): CodeKey {
  const key = currentKey(ring)
  return handedOut(key, entryPrefix(key.kid, sealPerson(key, 'entry', sessionTag(sessionId), personKey)))
}

/** For one session on its day. */
export function venueCodeKey(sessionId: string, day: string): CodeKey {
  const key = currentKey(ring)
  return handedOut(key, venuePrefix(key.kid, sessionId, day))
}

/** The whole code of a card: nothing of it changes. */
export function cardCode(personKey: string, number: number): string {
  const key = currentKey(ring)
  const prefix = cardPrefix(key.kid, sealPerson(key, 'card', number, personKey))
  return `${prefix}.${macOf(keyOf(key, prefix), prefix)}`
}

export type ProvedCode =
  | { is: 'entry'; personKey: string; of: 'session' | 'event' | 'elsewhere'; step: number }
  | { is: 'venue'; sessionId: string; day: string; step: number }
  | { is: 'card'; personKey: string; number: number }

/**
 * What a scanned text says, once its mac is proved; when it was scanned is for the rules. `at`: the session at whose door it was shown, where there is one: an entry
 * code is of that session, of another one of its event, or of elsewhere.
 */
export function proveCode(scanned: string, at: string | null): ProvedCode | 'code-unreadable' | 'code-forged' {
  const code = readDoorCode(scanned)
  if (!code) return 'code-unreadable'
  const key = keyNamed(ring, code.kid)
  if (!key || !isSame(macOf(keyOf(key, code.prefix), code.signed), code.mac)) return 'code-forged'
  if (code.is === 'venue') return { is: 'venue', sessionId: code.sessionId, day: code.day, step: code.step }
  const person = openPerson(key, code.is, code.token)
  if (!person) return 'code-forged'
  const { personKey, beside } = person
  return code.is === 'card' ? { is: 'card', personKey, number: beside } : { is: 'entry', personKey, of: whereOf(beside, at), step: code.step }
}

/** The number of the session and 26 bits of its event: enough to tell one from another, and short. */
function sessionTag(sessionId: string): number {
  const [, eventId = '', number = ''] = /^(.+)-s(\d{1,2})$/.exec(sessionId) ?? []
  if (eventId === '' || Number(number) > 63) throw new Error('a session that no code can name')
  return (eventTag(eventId) * 64) + Number(number)
}

function eventTag(eventId: string): number {
  return createHash('sha256').update(eventId).digest().readUInt32BE(0) >>> 6
}

function whereOf(tag: number, sessionId: string | null): 'session' | 'event' | 'elsewhere' {
  if (sessionId === null) return 'elsewhere'
  const own = sessionTag(sessionId)
  if (own === tag) return 'session'
  return Math.floor(own / 64) === Math.floor(tag / 64) ? 'event' : 'elsewhere'
}

function handedOut(key: Key, prefix: string): CodeKey {
  return { prefix, key: keyOf(key, prefix).toString('base64url') }
}

function keyOf({ bytes }: Key, prefix: string): Buffer {
  return createHmac('sha256', bytes).update(`code ${prefix}`).digest()
}

function macOf(key: Buffer, signed: string): string {
  return createHmac('sha256', key).update(signed).digest().subarray(0, macBytes).toString('base64url')
}

/** As written, not as decoded: eleven letters hold two bits more than eight bytes, and those may not be changed either. */
function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
