/**
 * The texts behind the codes at the door, the same on a phone and on the server:
 *   L1.<kid>.<tag>.<token>.<step>.<mac>      入场码: a resident's, for one session (session-tag.ts), changing
 *   L2.<kid>.<session>.<day>.<step>.<mac>    门口码: the venue's, for residents to scan, changing
 *   L3.<kid>.<token>.<mac>                   码卡: on paper, for who leaves the phone at home
 *   L4.<kid>.<session>.<day>.<mac>           挂牌码: the venue's on paper, for residents to scan while the session takes them
 * What stands before the step is the prefix; whoever holds the prefix and its key makes every code of it, without signal.
 * The mac is the beginning of HMAC-SHA-256 over all that stands before it. Pure; time is given.
 */
import * as v from 'valibot'
import { text } from '../values'
import { tagLetters } from './session-tag'

/** What a phone needs to show a code: prefix and 32 bytes as base64url. */
export const CodeKey = v.object({ prefix: v.string(), key: v.string() })
export type CodeKey = v.InferOutput<typeof CodeKey>

/** Whatever a scanner read; what is no code of ours is refused in words, not as bad input. */
export const ScannedText = text('码', 500)

/** A code changes this often, in ms. */
export const stepMs = 30_000
/** Bytes of the HMAC that stand in a code, and how they are written. */
export const macBytes = 8

/** Number of the step at an instant in ms. */
export function stepAt(ms: number): number {
  return Math.floor(ms / stepMs)
}

/** What is signed of a code that changes. */
export function atStep(prefix: string, step: number): string {
  return `${prefix}.${step.toString(36)}`
}

/** `tag`: see session-tag.ts. */
export function entryPrefix(kid: string, tag: number, token: string): string {
  return `L1.${kid}.${tagLetters(tag)}.${token}`
}

/** `day`: `2026-11-27`. */
export function venuePrefix(kid: string, sessionId: string, day: string): string {
  return `L2.${kid}.${sessionId}.${day.replaceAll('-', '')}`
}

export function hungPrefix(kid: string, sessionId: string, day: string): string {
  return `L4.${kid}.${sessionId}.${day.replaceAll('-', '')}`
}

export function cardPrefix(kid: string, token: string): string {
  return `L3.${kid}.${token}`
}

interface Written { kid: string; prefix: string; signed: string; mac: string }
export type DoorCode = Written & (
  | { is: 'entry'; tag: number; token: string; step: number }
  | { is: 'venue'; sessionId: string; day: string; step: number }
  | { is: 'hung'; sessionId: string; day: string }
  | { is: 'card'; token: string }
)

const [kid, token, step, mac] = ['([A-Za-z0-9_-]{1,16})', '([A-Za-z0-9_-]{22,128})', '([1-9a-z][0-9a-z]{0,8})', '([A-Za-z0-9_-]{11})']
const [session, day] = ['([A-Za-z0-9_:-]{1,64})', '(\\d{8})']
const forms = {
  entry: new RegExp(`^L1\\.${kid}\\.([0-9a-z]{7})\\.${token}\\.${step}\\.${mac}$`),
  venue: new RegExp(`^L2\\.${kid}\\.${session}\\.${day}\\.${step}\\.${mac}$`),
  hung: new RegExp(`^L4\\.${kid}\\.${session}\\.${day}\\.${mac}$`),
  card: new RegExp(`^L3\\.${kid}\\.${token}\\.${mac}$`),
}

/** Its parts, unproved; null: not a code of ours at all. */
export function readDoorCode(scanned: string): DoorCode | null {
  const entry = forms.entry.exec(scanned)
  if (entry) {
    const [, kid = '', letters = '', token = '', step = '', mac = ''] = entry
    const tag = parseInt(letters, 36)
    return { is: 'entry', kid, tag, token, step: parseInt(step, 36), mac, prefix: entryPrefix(kid, tag, token), signed: upToMac(scanned) }
  }
  const venue = forms.venue.exec(scanned)
  if (venue) {
    const [, kid = '', sessionId = '', digits = '', step = '', mac = ''] = venue
    const day = dayOf(digits)
    return { is: 'venue', kid, sessionId, day, step: parseInt(step, 36), mac, prefix: venuePrefix(kid, sessionId, day), signed: upToMac(scanned) }
  }
  const hung = forms.hung.exec(scanned)
  if (hung) {
    const [, kid = '', sessionId = '', digits = '', mac = ''] = hung
    const day = dayOf(digits)
    return { is: 'hung', kid, sessionId, day, mac, prefix: hungPrefix(kid, sessionId, day), signed: upToMac(scanned) }
  }
  const card = forms.card.exec(scanned)
  if (card) {
    const [, kid = '', token = '', mac = ''] = card
    return { is: 'card', kid, token, mac, prefix: cardPrefix(kid, token), signed: upToMac(scanned) }
  }
  return null
}

/** `2026-11-27` of `20261127`. */
function dayOf(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

function upToMac(scanned: string): string {
  return scanned.slice(0, scanned.lastIndexOf('.'))
}
