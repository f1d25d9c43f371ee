/** The box against a phone's encrypted storage: what lies outside says nothing, what was changed opens no more, and a phone without keys seals nothing. */
import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'

const phone = vi.hoisted(() => ({ keys: new Map<string, string>(), trouble: null as Error | null }))
vi.mock('../platform/keybox', () => {
  const guarded = async <T>(work: () => T): Promise<T> => { if (phone.trouble) throw phone.trouble; return work() }
  return {
    takeKey: (name: string) => guarded(() => phone.keys.get(name) ?? null),
    putKey: (name: string, key: string) => guarded(() => void phone.keys.set(name, key)),
    dropKey: (name: string) => guarded(() => void phone.keys.delete(name)),
    randomBytes: async (length: number) => new Uint8Array(randomBytes(length)),
  }
})

/** The app as it starts: what it held in memory is gone, what the phone keeps is there. */
async function start() {
  vi.resetModules()
  return { ...(await import('./box')), ...(await import('./forgettable')) }
}

beforeEach(() => { phone.keys.clear(); phone.trouble = null })

const names = { rows: ['张阿姨', '欧阳 𠮷', 'line\n"quoted" \u2028'], n: 3 }

test('what was sealed opens as it was, and outside nothing of it can be read', async () => {
  const { boxOf } = await start()
  const box = boxOf('book')
  const sealed = await box.seal(names)
  expect(sealed).not.toMatch(/张|阿姨|欧阳|quoted/)
  expect(Buffer.from(sealed!.split('.')[2]!, 'base64url').toString()).not.toMatch(/rows|u5f20|quoted/)
  expect(await box.open(sealed!)).toEqual(names)
  expect(await (await start()).boxOf('book').open(sealed!), 'after a restart').toEqual(names)
})

test('the same content is sealed differently each time, under one key, also when two seal first at once', async () => {
  const { boxOf } = await start()
  const box = boxOf('book')
  const [one, other] = await Promise.all([box.seal(names), box.seal(names)])
  expect(one).not.toBe(other)
  expect(await Promise.all([box.open(one!), box.open(other!)])).toEqual([names, names])
  expect([...phone.keys.values()].map((key) => key.length)).toEqual([43])
})

test('whatever was changed, cut or sealed elsewhere opens no more', async () => {
  const { boxOf } = await start()
  const box = boxOf('book')
  const sealed = (await box.seal(names))!
  const at = (i: number, letter: string) => sealed.slice(0, i) + letter + sealed.slice(i + 1)
  const spoilt = [at(5, sealed[5] === 'A' ? 'B' : 'A'), at(60, sealed[60] === 'A' ? 'B' : 'A'), sealed.slice(0, -4), '', '1.', 'x', sealed.replace('1.', '2.'), (await boxOf('queue').seal(names))!]
  for (const text of spoilt) expect(await box.open(text), text).toBeUndefined()
})

test('thrown away, nothing of it opens; another box stays', async () => {
  const { boxOf } = await start()
  const [book, queue] = [boxOf('book'), boxOf('queue')]
  const [sealed, other] = [(await book.seal(names))!, (await queue.seal(names))!]
  await book.throwAway()
  expect(await book.open(sealed)).toBeUndefined()
  expect(await queue.open(other)).toEqual(names)
  expect(await book.open((await book.seal(1))!)).toBe(1)
})

test('forgetting everything drops the keys as well', async () => {
  const { boxOf, forgetEverything } = await start()
  const box = boxOf('book')
  const sealed = (await box.seal(names))!
  forgetEverything()
  await vi.waitFor(() => expect(phone.keys.size).toBe(0))
  expect(await box.open(sealed)).toBeUndefined()
})

test('a phone that keeps no keys seals nothing, and one that cannot read its key just now loses nothing', async () => {
  const { boxOf } = await start()
  const box = boxOf('book')
  phone.trouble = new Error('setStorage:fail')
  expect(await box.seal(names)).toBeNull()
  phone.trouble = null
  const sealed = (await box.seal(names))!
  const again = (await start()).boxOf('book')
  phone.trouble = new Error('getStorage:fail busy')
  await expect(again.open(sealed)).rejects.toThrow('busy')
  expect(await again.seal(1)).toBeNull()
  phone.trouble = null
  expect(await again.open(sealed)).toEqual(names)
})
