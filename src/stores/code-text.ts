/** The text of a code as this phone makes it by itself from a prefix and its key (contract/attendance/door-code.ts), without signal. Pure. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { atStep, macBytes, stepAt, stepMs, type CodeKey } from '#contract/attendance/door-code'
import { asciiBytes, bytesOf, lettersOf } from './base64url'

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
