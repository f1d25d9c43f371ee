/** Codes as a phone writes them, proved by the server; and everything that is no such code. */
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { whyNotNow } from '../../../contract/attendance/code-time'
import { readDoorCode, stepMs } from '../../../contract/attendance/door-code'
import { codeShown, showsLate } from '../../../src/stores/code-text'
import { cardCode, entryCodeKey, hungCode, proveCode, venueCodeKey } from './entry-code'
import { NoKeys } from './keys'
import { openPerson, sealPerson } from './sealed-person'

const ring = (kid: string) => `${kid}:${randomBytes(32).toString('base64')}`
beforeEach(() => void (process.env.LINLI_CODE_KEYS = ring('k20261123')))
afterEach(() => void delete process.env.LINLI_CODE_KEYS)

const evening = Date.parse('2026-11-27T11:00:00.000Z')
const minted = 'p0123456789abcdef01234567'
const entry = (session = 'e1-s1', person = minted, at = evening) => codeShown(entryCodeKey(session, person), at).text
const venue = (session = 'e1-s1', at = evening) => codeShown(venueCodeKey(session, '2026-11-27'), at).text
const step = Math.floor((evening - showsLate) / stepMs)

describe('a code that the phone made', () => {
  test('says who, for which session, and of which moment', () => {
    expect(proveCode(entry(), 'e1-s1')).toEqual({ is: 'entry', personKey: minted, of: 'session', step })
    expect(proveCode(entry(), 'e1-s2')).toMatchObject({ of: 'event' })
    for (const other of ['e2-s1', 'e2-s2', null]) expect(proveCode(entry(), other)).toMatchObject({ of: 'elsewhere' })
    expect(proveCode(venue(), null)).toEqual({ is: 'venue', sessionId: 'e1-s1', day: '2026-11-27', step })
    expect(proveCode(hungCode('e1-s1', '2026-11-27'), null)).toEqual({ is: 'hung', sessionId: 'e1-s1', day: '2026-11-27' })
    expect(proveCode(cardCode(minted, 3), 'e1-s1')).toEqual({ is: 'card', personKey: minted, number: 3 })
  })

  test('is short, holds nothing of the person, and is the same for the same moment', () => {
    expect(entry().length).toBeLessThanOrEqual(62)
    expect(entry()).toBe(entry())
    expect(entry()).not.toContain(minted.slice(1, 9))
    expect(Buffer.from(readDoorCode(entry())!.prefix.split('.')[3]!, 'base64url').toString('hex')).not.toContain(minted.slice(1))
  })

  test('knows people by whatever key they have', () => {
    for (const person of ['p-zhang', minted, 'f0123456789abcdef01234567', 'P', `p${'0123456789ABCDEF'.slice(0, 16)}x`, 'x'.repeat(64)]) {
      expect(proveCode(entry('e1-s60', person), 'e1-s60')).toMatchObject({ personKey: person, of: 'session' })
      expect(proveCode(cardCode(person, 1), null)).toMatchObject({ personKey: person })
    }
  })

  test('of one person or session is never the one of another', () => {
    const all = [entry(), entry('e1-s2'), entry('e2-s1'), entry('e1-s1', 'p-li'), venue(), venue('e1-s2'), cardCode(minted, 1), cardCode(minted, 2)]
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('by corrected time', () => {
  test('a code is good in its own step and the next, and never before', () => {
    const [mine, begins] = [1000, 1000 * stepMs]
    const at = [begins - 1, begins, begins + 2 * stepMs - 1, begins + 2 * stepMs]
    expect(at.map((ms) => whyNotNow(mine, ms))).toEqual(['code-stale', null, null, 'code-stale'])
  })

  test('a phone that measured the clock up to five seconds wrong, either way, still shows a good code at every moment', () => {
    for (let ms = 0; ms < stepMs; ms += 250) {
      for (const wrong of [-5000, 0, 5000]) {
        const shown = readDoorCode(codeShown(entryCodeKey('e1-s1', minted), evening + ms + wrong).text)
        expect(shown?.is === 'entry' && whyNotNow(shown.step, evening + ms)).toBeNull()
      }
    }
  })

  test('the seconds that are left run from 30 to 1', () => {
    const left = Array.from({ length: 30 }, (_, second) => codeShown(entryCodeKey('e1-s1', minted), evening + second * 1000).left)
    expect([...left].sort((a, b) => b - a)).toEqual(Array.from({ length: 30 }, (_, i) => 30 - i))
  })

  test('yesterday\'s is of another day, unless midnight has only just passed', () => {
    const midnight = Date.parse('2026-11-27T16:00:00.000Z')
    const last = midnight / stepMs - 1
    expect(whyNotNow(last, midnight + 1000)).toBeNull()
    expect(whyNotNow(last, midnight + stepMs)).toBe('code-of-another-day')
    expect(whyNotNow(last - 2880, midnight - 1000)).toBe('code-of-another-day')
    expect(whyNotNow(Number.MAX_SAFE_INTEGER, midnight)).toBe('code-stale')
  })
})

describe('keys', () => {
  test('without them nothing is made or proved', () => {
    const code = entry()
    delete process.env.LINLI_CODE_KEYS
    for (const work of [() => entryCodeKey('e1-s1', minted), () => venueCodeKey('e1-s1', '2026-11-27'), () => cardCode(minted, 1), () => proveCode(code, 'e1-s1')]) expect(work).toThrow(NoKeys)
  })

  test('after a rotation old codes and cards are good until the old key is taken out', () => {
    const [old, young] = [ring('k1'), ring('k2')]
    process.env.LINLI_CODE_KEYS = old
    const before = [entry(), venue(), cardCode(minted, 1)]
    process.env.LINLI_CODE_KEYS = `${young},${old}`
    for (const code of before) expect(proveCode(code, 'e1-s1')).toBeTypeOf('object')
    expect(entry().startsWith('L1.k2.')).toBe(true)
    process.env.LINLI_CODE_KEYS = young
    for (const code of before) expect(proveCode(code, 'e1-s1')).toBe('code-forged')
    process.env.LINLI_CODE_KEYS = ring('k1')
    for (const code of before) expect(proveCode(code, 'e1-s1')).toBe('code-forged')
  })

  test('a token opens under its own purpose only', () => {
    const key = { kid: 'k', bytes: randomBytes(32) }
    expect(openPerson(key, 'entry', sealPerson(key, 'entry', 7, minted))).toEqual({ beside: 7, personKey: minted })
    expect(openPerson(key, 'card', sealPerson(key, 'entry', 7, minted))).not.toMatchObject({ personKey: minted })
    expect(openPerson(key, 'entry', 'AAAA')).toBeNull()
  })
})
