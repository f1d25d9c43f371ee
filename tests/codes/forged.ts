/**
 * Codes that nobody may come in by: genuine ones mangled in every way we could think of, made-up ones, and those of a thief who has a worker's whole book open. Seeded, so that what is
 * found once is found again.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { cardCode, entryCodeKey, hungCode, proveCode, venueCodeKey } from '../../cloudfunctions/_shared/secrets/entry-code'
import { doorChecks } from '../../cloudfunctions/_shared/secrets/door-checks'
import { atStep, macBytes, stepMs } from '../../contract/attendance/door-code'
import { readCheck } from '../../contract/attendance/door-check'
import { codeShown } from '../../src/stores/code-text'
import { judgeCode } from '../../src/stores/door-book/judge-code'
import type { DoorBook } from '../../src/stores/door-book/packed-book'

const session = 'e1-s1'
const day = '2026-11-27'
const evening = Date.parse('2026-11-27T11:00:10.000Z')
const people = ['p0123456789abcdef01234567', 'p-li', 'pfedcba9876543210fedcba98'] as const

export function withKeys(): void {
  process.env.LINLI_CODE_KEYS = ['k20261123', 'k20260601'].map((kid) => `${kid}:${randomBytes(32).toString('base64')}`).join(',')
}

function bookOfTheDoor(): DoorBook {
  return {
    session: { id: session, eventId: 'e1', kind: 'gala', title: '晚会', placeName: '大厅', startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T13:00:00.000Z', countOnly: false, held: false },
    asOf: '2026-11-27T10:00:00.000Z', from: '2026-11-27T10:00:00.000Z', until: '2026-11-27T19:00:00.000Z', walkIns: [], headcounts: [], faces: [], printed: 0,
    rows: people.map((personKey) => ({ personKey, callName: '张阿姨', building: null, lastTwo: null, partySize: 1, present: null, checkedInAt: null, marks: [], ...doorChecks(session, personKey, 2) })),
    room: { signedIn: 0, walkIns: 0, headcount: null, softness: 'exact', unregistered: 0, attendances: 0 },
  }
}

/** What both provers said. `asked`: how many; `server` and `phone`: what they took that is not genuine; `own`: genuine ones that they did not take. */
export interface Tried { asked: number; server: string[]; phone: string[]; own: string[] }

export function tryForged(count: number, seed: number): Tried {
  const random = seeded(seed)
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)]!
  const book = bookOfTheDoor()
  const now = (personKey: string, at = evening, of = session) => codeShown(entryCodeKey(of, personKey), at).text
  const good = [...people.map((one) => now(one)), ...people.map((one) => now(one, evening - stepMs)), ...people.map((one) => cardCode(one, 2))]
  // Genuine, and still nobody comes in by them at this door and moment: for the phone; the server says of what they are.
  const elsewhere = [now('p-li', evening - 3 * stepMs), now('p-li', evening + 2 * stepMs), now('p-li', evening, 'e1-s2'), now('p-li', evening, 'e2-s1'), cardCode('p-li', 1), hungCode(session, day), codeShown(venueCodeKey(session, day), evening).text]
  const genuine = [...good, ...elsewhere]
  const keys = book.rows.flatMap(({ checks }) => checks.map((check) => readCheck(check).key))
  const known = new Set(genuine)
  const tried: Tried = { asked: 0, server: [], phone: [], own: good.filter((code) => judgeCode(code, book, evening).is !== 'proved' || typeof proveCode(code, session) === 'string') }
  tried.own.push(...elsewhere.filter((code) => typeof proveCode(code, session) === 'string'))
  tried.phone.push(...elsewhere.filter((code) => judgeCode(code, book, evening).is === 'proved'))
  while (tried.asked < count) {
    const code = pick(spoilers)({ code: pick(genuine), genuine, keys, random, pick })
    if (known.has(code)) continue
    tried.asked += 1
    if (typeof proveCode(code, session) !== 'string') tried.server.push(code)
    if (judgeCode(code, book, evening).is === 'proved') tried.phone.push(code)
  }
  return tried
}

interface Spoil { code: string; genuine: readonly string[]; keys: readonly string[]; random: () => number; pick: <T>(some: readonly T[]) => T }
const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.']
const scribble = ({ pick }: Spoil, length: number) => Array.from({ length }, () => pick(alphabet)).join('').replaceAll('.', 'x')
const kids = ['k20261123', 'k20260601', 'k1']
const tags = ['0000001', '1a2b3c4']
const signedBy = (key: string, text: string) => `${text}.${createHmac('sha256', Buffer.from(key, 'base64url')).update(text).digest().subarray(0, macBytes).toString('base64url')}`

const spoilers: readonly ((spoil: Spoil) => string)[] = [
  ({ code, random, pick }) => replaced(code, Math.floor(random() * code.length), pick(alphabet)),
  ({ code, pick }) => replaced(code, code.length - 1, pick(alphabet)),
  ({ code, random }) => code.slice(0, Math.floor(random() * code.length)),
  ({ code, pick }) => code + pick(alphabet),
  (spoil) => `${spoil.code.slice(0, spoil.code.lastIndexOf('.') + 1)}${scribble(spoil, 11)}`,
  ({ code, genuine, pick }) => `${code.slice(0, code.lastIndexOf('.'))}${pick(genuine).slice(-12)}`,
  ({ code, genuine, random, pick }) => { const parts = code.split('.'); const other = pick(genuine).split('.'); const i = Math.floor(random() * parts.length); return parts.map((part, n) => (n === i ? other[n] ?? part : part)).join('.') },
  ({ code, pick }) => code.replace(/^L\d/, pick(['L1', 'L2', 'L3', 'L4', 'l1', 'L5'])),
  ({ code, random }) => { const i = Math.floor(random() * (code.length - 1)); return code.slice(0, i) + code.charAt(i + 1) + code.charAt(i) + code.slice(i + 2) },
  ({ code, random }) => (random() < 0.5 ? code.toLowerCase() : code.toUpperCase()),
  ({ code, pick }) => pick([` ${code}`, `${code}\n`, `${code} `, code.replace('.', '。'), `${code}\0`, `https://linli/${code}`]),
  // The step of a moment ago, moved into now.
  ({ code, random }) => { const parts = code.split('.'); const at = parts.length - 2; return parts.map((part, n) => (n === at ? (Math.floor(evening / stepMs) - Math.floor(random() * 3)).toString(36) : part)).join('.') },
  (spoil) => `${atStep(`L1.${spoil.pick(kids)}.${spoil.pick(tags)}.${scribble(spoil, 22)}`, Math.floor(evening / stepMs))}.${scribble(spoil, 11)}`,
  (spoil) => `L3.${spoil.pick(kids)}.${scribble(spoil, 22)}.${scribble(spoil, 11)}`,
  (spoil) => `L4.${spoil.pick(kids)}.${session}.20261127.${scribble(spoil, 11)}`,
  (spoil) => scribble(spoil, Math.floor(spoil.random() * 90)),
  // A thief with the open book: keys, and no prefix that they belong to.
  (spoil) => signedBy(spoil.pick(spoil.keys), atStep(`L1.k20261123.${spoil.pick(spoil.genuine).split('.')[2]}.${scribble(spoil, 22)}`, Math.floor(evening / stepMs))),
  (spoil) => signedBy(spoil.pick(spoil.keys), `L3.k20261123.${scribble(spoil, 22)}`),
  (spoil) => signedBy(spoil.pick(spoil.keys), `L4.k20261123.${session}.20261127`),
  // Somebody who was shown one genuine code, and has the book: its prefix with the key of another.
  (spoil) => signedBy(spoil.pick(spoil.keys), atStep(spoil.genuine[1]!.split('.').slice(0, 4).join('.').replace(/.$/, spoil.pick(alphabet)), Math.floor(evening / stepMs))),
]

function replaced(text: string, at: number, letter: string): string {
  return text.slice(0, at) + letter + text.slice(at + 1)
}

/** The same numbers each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
