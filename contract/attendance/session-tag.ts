/**
 * The session that an entry code is of, as a number of 32 bits that stands in the code for all to read: 26 bits of its event's SHA-256 and the session's number. So a phone
 * without signal can say that a code is another event's, whoever's it is. Says nothing about anybody. Pure; the hash is given, since each side has its own.
 */
export type Sha256 = (text: string) => Uint8Array

/** `sessionId`: `<eventId>-s<n>`, n ≤ 63. Throws for one that no code can name. */
export function sessionTag(sessionId: string, sha256: Sha256): number {
  const [, eventId = '', number = ''] = /^(.+)-s(\d{1,2})$/.exec(sessionId) ?? []
  if (eventId === '' || Number(number) > 63) throw new Error('a session that no code can name')
  const [a = 0, b = 0, c = 0, d = 0] = sha256(eventId)
  const bits26 = Math.floor((a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) / 64)
  return bits26 * 64 + Number(number)
}

/** Of a tag that stands in a code, as seen from the session at whose door it is shown. */
export function whereOf(tag: number, own: number): 'session' | 'event' | 'elsewhere' {
  if (own === tag) return 'session'
  return Math.floor(own / 64) === Math.floor(tag / 64) ? 'event' : 'elsewhere'
}

/** Seven letters and digits. */
export function tagLetters(tag: number): string {
  return tag.toString(36).padStart(7, '0')
}
