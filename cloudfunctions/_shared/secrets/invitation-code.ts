/** One-time codes of twelve letters and digits (60 bits), derived from the device's record id, so that a repeat gets the same one. */
import { createHmac } from 'node:crypto'
import { currentKey, keysOf, type Key } from './keys'

const ring = 'LINLI_CODE_KEYS'
/** Without I, L, O and U, which are misread or read out wrongly. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export interface NewCode { code: string; invitationId: string }

/** Throws NoKeys. */
export function codeFor(recordId: string): NewCode {
  const key = currentKey(ring)
  const bytes = hmac(key, `code ${recordId}`)
  const code = Array.from(bytes.subarray(0, 12), (byte) => letters[byte % letters.length]).join('')
  return { code, invitationId: idFor(key, code) }
}

/** Under which ids the code may stand: one for each key that has not been taken out yet. */
export function idsOfCode(code: string): string[] {
  return keysOf(ring).map((key) => idFor(key, code))
}

function idFor(key: Key, code: string): string {
  return `i${hmac(key, `id ${code}`).toString('hex').slice(0, 32)}`
}

function hmac({ bytes }: Key, text: string): Buffer {
  return createHmac('sha256', bytes).update(`invitation ${text}`).digest()
}
