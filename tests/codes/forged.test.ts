/** Forged and mangled codes, a few; `npm run prove` tries 100,000. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tryForged, withKeys } from './forged'

beforeEach(withKeys)
afterEach(() => void delete process.env.LINLI_CODE_KEYS)

test('of 3,000 forged or mangled codes neither the server nor a phone without signal takes one', () => {
  expect(tryForged(3_000, 20261123)).toEqual({ asked: 3_000, server: [], phone: [], own: [] })
})
