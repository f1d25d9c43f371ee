import { expect, test } from 'vitest'
import { underCeiling } from './ceiling'

test('a pattern that would never end is cut off, one that ends is not', () => {
  const endless = () => /^(a+)+$/.test(`${'a'.repeat(40)}!`)
  expect(() => underCeiling(endless, 50)).toThrow(expect.objectContaining({ code: 'DATABASE_TIMEOUT' }) as Error)
  expect(underCeiling(() => underCeiling(() => /^a+$/.test('aaa')))).toBe(true)
})
