/**
 * The codes at the door (contract/attendance/door-code.ts), made and proved. The key of a code is HMAC(code key, its prefix), and its prefix names the
 * session and the person, so a phone that holds one key can make the codes of that prefix and no others.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { cardPrefix, entryPrefix, hungPrefix, macBytes, readDoorCode, venuePrefix, type CodeKey } from '../../../contract/attendance/door-code'
import { sessionTag, whereOf } from '../../../contract/attendance/session-tag'
import { currentKey, keyNamed, keysOf, type Key } from './keys'
import { openPerson, sealPerson } from './sealed-person'

const ring = 'LINLI_CODE_KEYS'

/** For one person at one session, `sessionId` being `<eventId>-s<n>`. Throws NoKeys, as everything here does. */
export function entryCodeKey(sessionId: string, personKey: string): CodeKey {
  return entryKeyUnder(currentKey(ring), sessionId, personKey)
}

/** For one session on its day. */
export function venueCodeKey(sessionId: string, day: string): CodeKey {
  const key = currentKey(ring)
  return handedOut(key, venuePrefix(key.kid, sessionId, day))
}

/** The whole code to hang up at the door of one session on its day: nothing of it changes. */
export function hungCode(sessionId: string, day: string): string {
  const key = currentKey(ring)
  return wholeCode(handedOut(key, hungPrefix(key.kid, sessionId, day)))
}

/** The whole code of a card: nothing of it changes. */
export function cardCode(personKey: string, number: number): string {
  return wholeCode(cardKeyUnder(currentKey(ring), personKey, number))
}

/** By which a phone proves a person's codes by itself: of this session, and the card with this number. Under the key of today and the one before it. */
export function checkKeys(sessionId: string, personKey: string, card: number): { entry: CodeKey[]; card: CodeKey[] } {
  const keys = keysOf(ring).slice(0, 2)
  return { entry: keys.map((key) => entryKeyUnder(key, sessionId, personKey)), card: keys.map((key) => cardKeyUnder(key, personKey, card)) }
}

function entryKeyUnder(key: Key, sessionId: string, personKey: string): CodeKey {
  const tag = tagOf(sessionId)
  return handedOut(key, entryPrefix(key.kid, tag, sealPerson(key, 'entry', tag, personKey)))
}

function cardKeyUnder(key: Key, personKey: string, number: number): CodeKey {
  return handedOut(key, cardPrefix(key.kid, sealPerson(key, 'card', number, personKey)))
}

export type ProvedCode =
  | { is: 'entry'; personKey: string; of: 'session' | 'event' | 'elsewhere'; step: number }
  | { is: 'venue'; sessionId: string; day: string; step: number }
  | { is: 'hung'; sessionId: string; day: string }
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
  if (code.is === 'hung') return { is: 'hung', sessionId: code.sessionId, day: code.day }
  const person = openPerson(key, code.is, code.token)
  if (!person) return 'code-forged'
  const { personKey, beside } = person
  return code.is === 'card' ? { is: 'card', personKey, number: beside } : { is: 'entry', personKey, of: at === null ? 'elsewhere' : whereOf(beside, tagOf(at)), step: code.step }
}

function tagOf(sessionId: string): number {
  return sessionTag(sessionId, (text) => createHash('sha256').update(text).digest())
}

function handedOut(key: Key, prefix: string): CodeKey {
  return { prefix, key: keyOf(key, prefix).toString('base64url') }
}

function keyOf({ bytes }: Key, prefix: string): Buffer {
  return createHmac('sha256', bytes).update(`code ${prefix}`).digest()
}

function wholeCode({ prefix, key }: CodeKey): string {
  return `${prefix}.${macOf(Buffer.from(key, 'base64url'), prefix)}`
}

function macOf(key: Buffer, signed: string): string {
  return createHmac('sha256', key).update(signed).digest().subarray(0, macBytes).toString('base64url')
}

/** As written, not as decoded: eleven letters hold two bits more than eight bytes, and those may not be changed either. */
function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
