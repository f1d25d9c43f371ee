/**
 * What names people on this phone lies in a box: sealed with XSalsa20-Poly1305 (as NaCl's secretbox: authenticated, and its nonce of 24 random bytes never comes twice) under
 * a key of the box's own in WeChat's encrypted storage. It fails closed: where the phone can keep no key, `seal` answers null and nothing may be written instead in clear. What must not be
 * lost (a record that is not sent yet) keeps its figures beside the box and only its names inside. docs/phone.md says against whom it is safe.
 */
import { secretbox } from '@noble/ciphers/salsa.js'
import { randomBytes } from '../platform/keybox'
import { asciiBytes, bytesOf, lettersOf } from './base64url'
import { boxKey, dropBoxKey } from './box-key'

export interface Box {
  /** Any JSON value; null: this phone can keep no key. */
  seal(content: unknown): Promise<string | null>
  /** undefined: it is none of this box, was changed, or its key is gone for good. Throws where the key cannot be read just now. */
  open(sealed: string): Promise<unknown>
  /** The key goes, and with it everything that was sealed. */
  throwAway(): Promise<void>
}

const nonceBytes = 24
/** Of the form of what is sealed. */
const mark = '1.'

/** One box a name, each under its own key: one can be thrown away and the others stay. */
export function boxOf(name: string): Box {
  return {
    seal: async (content) => {
      try {
        const key = await boxKey(name, true)
        if (key === null) return null
        const nonce = await randomBytes(nonceBytes)
        return `${mark}${lettersOf(nonce)}.${lettersOf(secretbox(key, nonce).seal(asciiBytes(asciiJson(content))))}`
      } catch {
        return null
      }
    },
    open: async (sealed) => {
      const [nonce = '', text = ''] = sealed.startsWith(mark) ? sealed.slice(mark.length).split('.') : []
      const key = await boxKey(name, false)
      if (key === null) return undefined
      try {
        return JSON.parse(textOf(secretbox(key, bytesOf(nonce)).open(bytesOf(text)))) as unknown
      } catch {
        return undefined
      }
    },
    throwAway: () => dropBoxKey(name),
  }
}

/** JSON in ASCII alone: WeChat has no TextEncoder. */
function asciiJson(content: unknown): string {
  return JSON.stringify(content).replace(/[^\0-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function textOf(ascii: Uint8Array): string {
  let text = ''
  // In pieces: an argument list has its limits.
  for (let i = 0; i < ascii.length; i += 4096) text += String.fromCharCode(...ascii.subarray(i, i + 4096))
  return text
}
