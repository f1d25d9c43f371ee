/**
 * Phone numbers at rest: AES-256-GCM under a random IV, bound to the person, so that a ciphertext moved to somebody else's
 * record opens no more. Never a hash of a number: there are too few of them to hide in one.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { currentKey, keyNamed } from './keys'

const ring = 'LINLI_PHONE_KEYS'

/** `<kid>.<iv>.<tag>.<ciphertext>`, base64url. Throws NoKeys. */
export function sealPhone(personKey: string, phone: string): string {
  const { kid, bytes } = currentKey(ring)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', bytes, iv)
  cipher.setAAD(Buffer.from(personKey))
  const sealed = Buffer.concat([cipher.update(phone, 'utf8'), cipher.final()])
  return [kid, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.')
}

/** null when it was sealed for another person, changed since, or under a key that is gone. Throws NoKeys. */
export function openPhone(personKey: string, sealed: string): string | null {
  const [kid = '', iv = '', tag = '', text = ''] = sealed.split('.')
  const key = keyNamed(ring, kid)
  if (!key) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(iv, 'base64url'))
    decipher.setAAD(Buffer.from(personKey))
    decipher.setAuthTag(Buffer.from(tag, 'base64url'))
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** 138****5678; what is not a number of eleven digits shows its last two digits only. */
export function masked(phone: string): string {
  return /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : `***${phone.slice(-2)}`
}
