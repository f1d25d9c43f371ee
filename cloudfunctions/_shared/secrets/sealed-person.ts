/**
 * A person's key and four bytes beside it as one short token: whoever reads the code learns nothing, and a key minted here with its four
 * bytes is exactly one block, 22 letters. Deterministic, so that a code asked for twice is the same. It proves nothing: the mac of the code does.
 */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import type { Key } from './keys'

const block = 16
const noIv = Buffer.alloc(block)
/** Minted: `p` and 12 bytes in hex (openids.ts). */
const minted = /^p[0-9a-f]{24}$/

/** `purpose` keeps tokens of one kind of code from opening as another; `beside`: 0 … 2³² − 1. */
export function sealPerson(key: Key, purpose: string, beside: number, personKey: string): string {
  const plain = Buffer.alloc(4)
  plain.writeUInt32BE(beside)
  const cipher = createCipheriv('aes-256-cbc', keyFor(key, purpose), noIv).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([plain, packed(personKey)])), cipher.final()]).toString('base64url')
}

/** Only for a token that the mac of its code has proved; null where it is none all the same. */
export function openPerson(key: Key, purpose: string, token: string): { beside: number; personKey: string } | null {
  const sealed = Buffer.from(token, 'base64url')
  if (sealed.length === 0 || sealed.length % block !== 0) return null
  const decipher = createDecipheriv('aes-256-cbc', keyFor(key, purpose), noIv).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(sealed), decipher.final()])
  return { beside: plain.readUInt32BE(0), personKey: unpacked(plain.subarray(4)) }
}

function keyFor({ bytes }: Key, purpose: string): Buffer {
  return createHmac('sha256', bytes).update(`seal ${purpose}`).digest()
}

/** Any other key stands as it is written, filled up with zeros to two blocks or more. */
function packed(personKey: string): Buffer {
  if (minted.test(personKey)) return Buffer.from(personKey.slice(1), 'hex')
  const written = Buffer.from(personKey)
  const whole = Math.max(2 * block, Math.ceil((written.length + 4) / block) * block)
  return Buffer.concat([written, Buffer.alloc(whole - 4 - written.length)])
}

function unpacked(bytes: Buffer): string {
  if (bytes.length === block - 4) return `p${bytes.toString('hex')}`
  const end = bytes.indexOf(0)
  return bytes.subarray(0, end === -1 ? bytes.length : end).toString()
}
