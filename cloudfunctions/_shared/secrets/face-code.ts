/** `L5.<kid>.<token>.<mac>`: the code by which a 熟面孔 is taken over, made and proved. The token seals the person and the minute in which it ends. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { currentKey, keyNamed, type Key } from './keys'
import { openPerson, sealPerson } from './sealed-person'

const ring = 'LINLI_CODE_KEYS'
const minute = 60_000
const form = /^L5\.([A-Za-z0-9_-]{1,16})\.([A-Za-z0-9_-]{22,128})\.([A-Za-z0-9_-]{22})$/

/** Good until that instant, in ms, rounded up to a minute. Throws NoKeys. */
export function faceCodeFor(personKey: string, until: number): string {
  const key = currentKey(ring)
  const signed = `L5.${key.kid}.${sealPerson(key, 'face', Math.ceil(until / minute), personKey)}`
  return `${signed}.${macOf(key, signed)}`
}

/** Whose it is; null: none of ours, or over. `now` in ms. */
export function faceOfCode(scanned: string, now: number): string | null {
  const [, kid = '', token = '', mac = ''] = form.exec(scanned) ?? []
  const key = keyNamed(ring, kid)
  if (!key || !timingSafeEqual(Buffer.from(macOf(key, `L5.${kid}.${token}`)), Buffer.from(mac))) return null
  const person = openPerson(key, 'face', token)
  return person && now <= person.beside * minute ? person.personKey : null
}

/** 16 bytes: nothing else is asked of who shows it. */
function macOf({ bytes }: Key, signed: string): string {
  return createHmac('sha256', bytes).update(`face ${signed}`).digest().subarray(0, 16).toString('base64url')
}
