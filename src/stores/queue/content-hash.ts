/** What a receipt must echo: SHA-256 of a record's content, hex, computed here and never taken from an answer. Pure. */
import { sha256 } from '@noble/hashes/sha2.js'
import { canonicalJson } from '#contract/canonical-json'

export function contentHash(input: unknown): string {
  return Array.from(sha256(utf8(canonicalJson(input))), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** WeChat has no TextEncoder on older phones. */
export function utf8(text: string): Uint8Array {
  return Uint8Array.from(unescape(encodeURIComponent(text)), (letter) => letter.charCodeAt(0))
}
