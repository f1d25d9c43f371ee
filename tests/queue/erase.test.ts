/** Who has everything about them erased takes along what they have not sent, said beforehand; what another who held this phone has not sent stays. */
import { expect, test, vi } from 'vitest'

const phone = vi.hoisted(() => ({ things: new Map<string, unknown>() }))
vi.mock('../../src/platform/cloud', () => ({ callFunction: async () => ({ ok: true, value: { done: true } }), uploadFile: vi.fn() }))
vi.mock('@tarojs/taro', () => ({ default: {
  getStorageInfoSync: () => ({ keys: [...phone.things.keys()], currentSize: 0, limitSize: 10240 }), getStorageSync: (name: string) => phone.things.get(name) ?? '',
  setStorageSync: (name: string, content: unknown) => phone.things.set(name, content), removeStorageSync: (name: string) => phone.things.delete(name), clearStorageSync: () => phone.things.clear(),
} }))

const record = (recordId: string, owner: string) => ({ call: 'attendance/check-in', input: { recordId }, order: 1, owner, refused: null })

test.each([['another one\'s', 'p-zhou', ['type-size', 'queue/aaaaaaaaaaaaaaaaaaaaaaaa']], ['only their own', 'p-chen', ['type-size']]])('%s records wait on the phone', async (_name, owner, left) => {
  vi.resetModules()
  phone.things.clear()
  for (const [name, content] of [['type-size', 'elder'], ['home', { name: '榆荫社区' }], ['known-person', { personKey: 'p-chen', roles: [], may: [] }], ['queue/aaaaaaaaaaaaaaaaaaaaaaaa', record('aaaaaaaaaaaaaaaaaaaaaaaa', owner)], ['queue/bbbbbbbbbbbbbbbbbbbbbbbb', record('bbbbbbbbbbbbbbbbbbbbbbbb', 'p-chen')]] as const) phone.things.set(name, content)
  const { eraseMyself } = await import('../../src/stores/my-data')
  await eraseMyself()
  expect([...phone.things.keys()]).toEqual(left)
})
