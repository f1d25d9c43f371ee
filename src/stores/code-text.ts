/** The text of a code as this phone makes it by itself from a prefix and its key (contract/attendance/door-code.ts), without signal. Pure. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { atStep, macBytes, stepAt, stepMs, type CodeKey } from '#contract/attendance/door-code'

/**
 * Shown so much later than its step begins: the step before is good as well, one to come never is, and a phone may have measured the
 * server's clock a few seconds wrong.
 */
export const showsLate = 5_000

export interface CodeShown {
  text: string
  /** Whole seconds until the next one, 1 … 30. */
  left: number
}

/** `at`: ms by the server's clock. */
export function codeShown({ prefix, key }: CodeKey, at: number): CodeShown {
  const shownAt = at - showsLate
  const step = stepAt(shownAt)
  const signed = atStep(prefix, step)
  const mac = hmac(sha256, bytesOf(key), asciiBytes(signed)).subarray(0, macBytes)
  return { text: `${signed}.${lettersOf(mac)}`, left: Math.ceil(((step + 1) * stepMs - shownAt) / 1000) }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** base64url, without WeChat's or a browser's own functions, which the other one lacks. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let bits = 0
  let held = 0
  let at = 0
  for (const letter of text) {
    held = ((held << 6) | letters.indexOf(letter)) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at] = (held >> bits) & 0xff
      at += 1
    }
  }
  return bytes
}

function lettersOf(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += letters.charAt((held >> bits) & 63)
    }
  }
  return bits > 0 ? text + letters.charAt((held << (6 - bits)) & 63) : text
}

/** Codes hold nothing else. */
function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
