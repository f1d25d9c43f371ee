import { randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { currentKey, keyNamed, keysOf, NoKeys } from './keys'
import { masked, openPhone, sealPhone } from './phone'

const key = (kid: string) => `${kid}:${randomBytes(32).toString('base64')}`
afterEach(() => void delete process.env.LINLI_PHONE_KEYS)

test('without keys nothing is sealed or opened, and the variable is named', () => {
  expect(() => sealPhone('p1', '13800001111')).toThrow(NoKeys)
  expect(() => openPhone('p1', 'k1.a.b.c')).toThrow('LINLI_PHONE_KEYS is not set')
})

test('a spoilt ring is refused as a whole, and says nothing of its content', () => {
  const good = key('k1')
  for (const spoilt of ['k1', 'k1:', 'k1:c2hvcnQ=', `${good},k2:!!`, `${good},${key('k1')}`, ` ,${good}`, `k:2:${good}`]) {
    expect(() => keysOf('LINLI_CODE_KEYS', { LINLI_CODE_KEYS: spoilt }), spoilt).toThrow(NoKeys)
    try {
      keysOf('LINLI_CODE_KEYS', { LINLI_CODE_KEYS: spoilt })
    } catch (failure) {
      expect(String(failure)).not.toContain(good.slice(3))
    }
  }
})

test('after a rotation old numbers still open, and new ones are sealed under the new key', () => {
  const [old, young] = [key('k1'), key('k2')]
  process.env.LINLI_PHONE_KEYS = old
  const before = sealPhone('p1', '13800001111')
  process.env.LINLI_PHONE_KEYS = `${young},${old}`
  expect(openPhone('p1', before)).toBe('13800001111')
  expect(sealPhone('p1', '13800001111').startsWith('k2.')).toBe(true)
  expect([currentKey('LINLI_PHONE_KEYS').kid, keyNamed('LINLI_PHONE_KEYS', 'k1')?.kid, keyNamed('LINLI_PHONE_KEYS', 'k9')]).toEqual(['k2', 'k1', null])
  process.env.LINLI_PHONE_KEYS = young
  expect(openPhone('p1', before)).toBeNull()
})

test('a sealed number belongs to one person, and is never the same twice', () => {
  process.env.LINLI_PHONE_KEYS = key('k1')
  const sealed = sealPhone('p1', '13800001111')
  expect(sealed).not.toContain('138')
  expect(sealPhone('p1', '13800001111')).not.toBe(sealed)
  expect(openPhone('p2', sealed)).toBeNull()
  const [kid, iv, tag, text] = sealed.split('.') as [string, string, string, string]
  expect(openPhone('p1', [kid, iv, tag, `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`].join('.'))).toBeNull()
  expect(openPhone('p1', 'nonsense')).toBeNull()
})

test('a mask leaves what helps to recognise it', () => {
  expect([masked('13812345678'), masked('6612345')]).toEqual(['138****5678', '***45'])
})
