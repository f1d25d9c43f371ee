/**
 * What a scanned code is worth, told on the spot and without signal by the book of the session. It proves as the server does (same mac, same steps, same window); only of whom the
 * book does not know it says so, and the server decides. Pure.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { checkInCode } from '#contract/attendance/check-in-code'
import { whyNotNow } from '#contract/attendance/code-time'
import { macBytes, readDoorCode, type DoorCode } from '#contract/attendance/door-code'
import { printBytes, readCheck } from '#contract/attendance/door-check'
import { sessionTag, whereOf } from '#contract/attendance/session-tag'
import type { Failure } from '#contract/call'
import { asciiBytes, bytesOf, lettersOf } from '../base64url'
import type { DoorBook } from './packed-book'

type Row = DoorBook['rows'][number]

export type Judged =
  | { is: 'proved'; row: Row }
  | { is: 'refused'; why: Failure<typeof checkInCode> }
  /** Perhaps registered after the book was fetched: only the server knows. */
  | { is: 'not-in-book' }

/** `at`: when it was scanned, in ms by the server's clock; null: nobody can tell just now, and its moment is left to the community, which gets that time later. */
export function judgeCode(scanned: string, book: DoorBook, at: number | null): Judged {
  const { session } = book
  if (session.countOnly) return refused('no-registration-needed')
  const code = readDoorCode(scanned)
  if (!code) return refused('code-unreadable')
  if (code.is === 'venue' || code.is === 'hung') return refused('code-of-the-venue')
  const known = pagesOf(book).get(printOf(code.prefix))
  if (known?.key !== undefined && macOf(known.key, code.signed) !== code.mac) return refused('code-forged')
  const why = (code.is === 'entry' ? whyNotHere(code, session.id) : null) ?? (at === null ? null : whyNotAt(code, book, at))
  if (why) return refused(why)
  if (!known) return { is: 'not-in-book' }
  return known.key === undefined ? refused('card-replaced') : { is: 'proved', row: known.row }
}

function refused(why: Failure<typeof checkInCode>): Judged {
  return { is: 'refused', why }
}

function whyNotHere({ tag }: Extract<DoorCode, { is: 'entry' }>, sessionId: string) {
  const where = whereOf(tag, sessionTag(sessionId, (text) => sha256(asciiBytes(text))))
  return where === 'session' ? null : where === 'event' ? 'code-of-another-session' : 'code-of-another-event'
}

function whyNotAt(code: Extract<DoorCode, { is: 'entry' | 'card' }>, book: DoorBook, at: number) {
  return (code.is === 'entry' ? whyNotNow(code.step, at) : null) ?? (isOpen(book, at) ? null : 'check-in-closed')
}

function isOpen({ from, until }: DoorBook, at: number): boolean {
  return at >= Date.parse(from) && at <= Date.parse(until)
}

/** `key` undefined: of a card that was replaced. */
interface Known { row: Row; key: string | undefined }
const read = new WeakMap<DoorBook, Map<string, Known>>()

/** Whose code a fingerprint is; made once a book. */
function pagesOf(book: DoorBook): Map<string, Known> {
  const before = read.get(book)
  if (before) return before
  const pages = new Map<string, Known>()
  for (const row of book.rows) {
    for (const print of row.replaced) pages.set(print, { row, key: undefined })
    for (const check of row.checks) {
      const { print, key } = readCheck(check)
      pages.set(print, { row, key })
    }
  }
  read.set(book, pages)
  return pages
}

function printOf(prefix: string): string {
  return lettersOf(sha256(asciiBytes(prefix)).subarray(0, printBytes))
}

function macOf(key: string, signed: string): string {
  return lettersOf(hmac(sha256, bytesOf(key), asciiBytes(signed)).subarray(0, macBytes))
}
