/** Forged and mangled codes at full size, against both provers. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tryForged, withKeys } from '../codes/forged'

beforeEach(withKeys)
afterEach(() => void delete process.env.LINLI_CODE_KEYS)

test('of 100,000 forged or mangled codes neither the server nor a phone without signal takes one', () => {
  const tried = tryForged(100_000, 20261130)
  console.log(`forged or mangled codes: ${tried.asked} tried, ${tried.server.length} taken by the server, ${tried.phone.length} by the phone`)
  expect(tried).toEqual({ asked: 100_000, server: [], phone: [], own: [] })
})
