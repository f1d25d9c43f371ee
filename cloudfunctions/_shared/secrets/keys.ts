/**
 * Keys come from the function's environment only: `kid:base64` of 32 bytes, several with commas, the first one is used for
 * what is new and the others still open what is old. Without its keys a call fails; nothing is ever done unkeyed.
 */
export type KeyRing = 'LINLI_CODE_KEYS' | 'LINLI_PHONE_KEYS' | 'LINLI_AUDIT_KEY'

export interface Key { kid: string; bytes: Buffer }

/** Thrown where keys are missing or spoilt; the message names the variable and never a part of its value. */
export class NoKeys extends Error {}

const keyBytes = 32

/** The key for what is new. */
export function currentKey(ring: KeyRing): Key {
  return keysOf(ring)[0]!
}

/** The key that a ciphertext or code names; null when it was taken out of the ring. */
export function keyNamed(ring: KeyRing, kid: string): Key | null {
  return keysOf(ring).find((key) => key.kid === kid) ?? null
}

/** At least one key, or NoKeys. */
export function keysOf(ring: KeyRing, environment: Record<string, string | undefined> = process.env): Key[] {
  const text = environment[ring] ?? ''
  if (text === '') throw new NoKeys(`${ring} is not set: npm run keys:new makes one`)
  const keys = text.split(',').map((one): Key => {
    const [, kid, base64] = /^\s*([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/]+={0,2})\s*$/.exec(one) ?? []
    const bytes = Buffer.from(base64 ?? '', 'base64')
    if (kid === undefined || bytes.length !== keyBytes) throw new NoKeys(`${ring} is spoilt: each key is written kid:base64 of ${keyBytes} bytes`)
    return { kid, bytes }
  })
  if (new Set(keys.map(({ kid }) => kid)).size !== keys.length) throw new NoKeys(`${ring} names two keys alike`)
  return keys
}

/** For how many days this key has been the one for what is new, by the day in its name (`k20261130`, as `npm run keys:new` gives it); null: its name does not say. */
export function daysInUse({ kid }: Key, now: number): number | null {
  const [, year, month, day] = /^k(\d{4})(\d\d)(\d\d)$/.exec(kid) ?? []
  return year === undefined ? null : Math.floor((now - Date.UTC(Number(year), Number(month) - 1, Number(day))) / 86_400_000)
}
