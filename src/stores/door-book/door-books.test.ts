/** The door books on a phone: fetched while there is signal, opened without, and gone when they have to be. */
import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { DoorBook } from './packed-book'

const phone = vi.hoisted(() => ({
  keys: new Map<string, string>(), storage: new Map<string, string>(), keepsKeys: true,
  /** How far its clock is off, in ms. */
  off: 0,
  call: (_name: string, _input: { on?: string; sessionId?: string }): unknown => { throw new Error('request:fail') },
  asked: [] as string[],
}))
vi.mock('../../platform/cloud', () => ({
  uploadFile: vi.fn(),
  callFunction: async (subject: string, { call, input }: { call: string; input: { sessionId?: string } }) => {
    phone.asked.push(`${call} ${input.sessionId ?? ''}`.trim())
    return { ...(phone.call(`${subject}/${call}`, input) as object), at: new Date(Date.now() - phone.off).toISOString() }
  },
}))
vi.mock('../../platform/keybox', () => ({
  takeKey: async (name: string) => phone.keys.get(name) ?? null,
  putKey: async (name: string, key: string) => { if (!phone.keepsKeys) throw new Error('setStorage:fail'); phone.keys.set(name, key) },
  dropKey: async (name: string) => void phone.keys.delete(name),
  randomBytes: async (length: number) => new Uint8Array(randomBytes(length)),
}))
vi.mock('../../platform/drawer', () => ({
  takeOut: (name: string) => JSON.parse(phone.storage.get(name) ?? '""') as unknown,
  putAway: (name: string, content: unknown) => void phone.storage.set(name, JSON.stringify(content)),
  empty: (name: string) => void phone.storage.delete(name),
  emptyAllBut: () => { phone.storage.clear(); phone.keys.clear() },
}))

const evening = Date.parse('2026-11-27T10:20:00.000Z')
const book = (sessionId: string, startsAt = '2026-11-27T11:00:00.000Z'): DoorBook => ({
  session: { id: sessionId, eventId: sessionId.slice(0, -3), kind: 'gala', title: '戏曲晚会', placeName: '大厅', startsAt, endsAt: new Date(Date.parse(startsAt) + 7_200_000).toISOString(), countOnly: false, held: false },
  asOf: '2026-11-27T10:20:00.000Z', from: new Date(Date.parse(startsAt) - 3_600_000).toISOString(), until: new Date(Date.parse(startsAt) + 8 * 3_600_000).toISOString(),
  rows: [{ personKey: 'p-zhang', callName: '张阿姨', building: '3号楼', lastTwo: '34', partySize: 2, present: null, checkedInAt: null, marks: [], checks: ['x'.repeat(54)], replaced: [] }],
  walkIns: [{ recordId: 'w'.repeat(24), people: 3, at: '2026-11-27T10:10:00.000Z' }],
  headcounts: [], faces: [], printed: 0, room: { signedIn: 0, walkIns: 3, headcount: null, softness: 'exact', unregistered: 0, attendances: 3 },
})
const me = { personKey: 'p-chen', callName: null, building: null, community: null, communities: [], roles: [], may: [], templates: [] }
let sessions: Record<string, string[]>
let who: string
const online = () => {
  phone.call = (name, { on, sessionId }) => {
    if (name === 'people/who-am-i') return { ok: true, value: { ...me, personKey: who } }
    if (name === 'attendance/sessions-of-day') return { ok: true, value: { sessions: (sessions[on ?? ''] ?? []).map((id) => ({ id })) } }
    return Object.values(sessions).flat().includes(sessionId ?? '') ? { ok: true, value: book(sessionId ?? '', sessionId?.startsWith('late') ? '2026-11-28T11:00:00.000Z' : undefined) } : { ok: false, failure: 'session-not-found' }
  }
}
const offline = () => { phone.call = () => { throw new Error('request:fail') } }
async function start() {
  vi.resetModules()
  return { ...(await import('./door-books')), ...(await import('./books-on-phone')), ...(await import('../forgettable')) }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(evening)
  phone.keys.clear()
  phone.storage.clear()
  phone.keepsKeys = true
  phone.off = 0
  phone.asked = []
  sessions = { '2026-11-27': ['opera-s1'], '2026-11-28': ['late-s1'] }
  who = 'p-chen'
  online()
})

test('today\'s and tomorrow\'s are fetched, and after a restart without signal they open as they came', async () => {
  await (await start()).keepDoorBooks()
  offline()
  const { openDoorBook } = await start()
  expect((await openDoorBook('opera-s1'))?.book).toEqual(book('opera-s1'))
  expect((await openDoorBook('late-s1'))?.book.session.id).toBe('late-s1')
  expect(await openDoorBook('other-s1')).toBeNull()
})

test('what lies in storage names nobody', async () => {
  await (await start()).keepDoorBooks()
  const all = [...phone.storage].flat().join('\n')
  expect(all).toContain('door-book opera-s1')
  expect(all).not.toMatch(/张|阿姨|3号楼|p-zhang|xxxxxx/)
})

test('opened again and again, a fresh book is not fetched again; an old one is', async () => {
  const { keepDoorBooks } = await start()
  const books = () => phone.asked.filter((one) => one.startsWith('door-book'))
  await keepDoorBooks()
  await keepDoorBooks()
  expect(books()).toEqual(['door-book opera-s1', 'door-book late-s1'])
  vi.setSystemTime(evening + 11 * 60_000)
  await keepDoorBooks()
  expect(books()).toEqual(['door-book opera-s1', 'door-book late-s1', 'door-book opera-s1'])
})

const names = () => [...phone.storage.keys()].filter((name) => name.startsWith('door-book'))

test('a book goes with the community\'s first word after its session, and with the last one the key', async () => {
  await (await start()).keepDoorBooks()
  expect(phone.keys.size).toBe(1)
  vi.setSystemTime(Date.parse('2026-11-27T19:00:00.001Z'))
  const { keepDoorBooks, openDoorBook } = await start()
  await keepDoorBooks()
  expect(names()).not.toContain('door-book opera-s1')
  expect(await openDoorBook('opera-s1')).toBeNull()
  expect((await openDoorBook('late-s1'))?.book.session.id).toBe('late-s1')
  vi.setSystemTime(Date.parse('2026-11-29T19:00:00.000Z'))
  await keepDoorBooks()
  await vi.waitFor(() => expect([phone.keys.size, names()]).toEqual([0, []]))
})

test('an app that stays open over night holds no book of yesterday, once the community was heard', async () => {
  const { keepDoorBooks, openDoorBook } = await start()
  await keepDoorBooks()
  vi.setSystemTime(Date.parse('2026-11-27T19:00:00.001Z'))
  await keepDoorBooks()
  expect(await openDoorBook('opera-s1')).toBeNull()
})

test.each([['a day', 86_400_000], ['three years', 3 * 365 * 86_400_000]])('a clock that was set %s forward without signal takes no book away', async (_words, off) => {
  await (await start()).keepDoorBooks()
  offline()
  phone.off = off
  vi.setSystemTime(evening + off)
  const { dropClosedBooks, openDoorBook, keepDoorBooks } = await start()
  dropClosedBooks(Date.now())
  expect((await openDoorBook('opera-s1'))?.book).toEqual(book('opera-s1'))
  online()
  await keepDoorBooks()
  expect((await openDoorBook('opera-s1'))?.book.session.id).toBe('opera-s1')
})

test('who never hears from the community again has a book for seven days of looking, not more', async () => {
  await (await start()).keepDoorBooks()
  offline()
  for (let day = 1; day <= 8; day += 1) {
    vi.setSystemTime(evening + day * 86_400_000)
    const { dropClosedBooks } = await start()
    dropClosedBooks(Date.now())
    dropClosedBooks(Date.now() + 60_000)
    expect(names().includes('door-book opera-s1'), `day ${day}`).toBe(day <= 7)
  }
})

test('what was cancelled or is no longer this worker\'s goes; a lost line takes nothing away', async () => {
  await (await start()).keepDoorBooks()
  offline()
  await (await start()).keepDoorBooks()
  expect(await (await start()).openDoorBook('opera-s1')).not.toBeNull()
  sessions['2026-11-27'] = []
  online()
  await (await start()).keepDoorBooks()
  expect(await (await start()).openDoorBook('opera-s1')).toBeNull()
  expect(await (await start()).openDoorBook('late-s1')).not.toBeNull()
})

test('whose right was taken away has no book left', async () => {
  await (await start()).keepDoorBooks()
  phone.call = (name) => (name === 'people/who-am-i' ? { ok: true, value: me } : { ok: false, failure: 'not-allowed' })
  await (await start()).keepDoorBooks()
  await vi.waitFor(() => expect([phone.keys.size, names()]).toEqual([0, []]))
})

test('another person on this phone finds none', async () => {
  await (await start()).keepDoorBooks()
  offline()
  expect(await (await start()).openDoorBook('opera-s1')).not.toBeNull()
  online()
  who = 'p-other'
  sessions = {}
  await (await start()).keepDoorBooks()
  expect(await (await start()).openDoorBook('opera-s1')).toBeNull()
})

test('who has everything about them erased leaves none behind', async () => {
  const { keepDoorBooks, openDoorBook, forgetEverything } = await start()
  await keepDoorBooks()
  phone.storage.clear()
  forgetEverything()
  await vi.waitFor(() => expect(phone.keys.size).toBe(0))
  expect(await openDoorBook('opera-s1')).toBeNull()
})

test('a phone that keeps no key has the book for this run and lays down nothing', async () => {
  phone.keepsKeys = false
  const { keepDoorBooks, openDoorBook } = await start()
  await keepDoorBooks()
  expect((await openDoorBook('opera-s1'))?.book.rows).toHaveLength(1)
  expect(names()).toEqual([])
  expect(await (await start()).openDoorBook('opera-s1')).toBeNull()
})

test('2,000 people under two keys fit into one entry of WeChat\'s storage and into one answer', async () => {
  const [one] = book('opera-s1').rows
  const rows = Array.from({ length: 2000 }, (_, i) => ({ ...one!, personKey: `p${String(i).padStart(24, '0')}`, building: '12号楼3单元', checkedInAt: '2026-11-27T10:10:00.000Z', present: 2, marks: ['m'.repeat(24)], checks: Array.from({ length: 4 }, () => randomBytes(41).toString('base64url').slice(0, 54)) }))
  const whole = { ...book('opera-s1'), rows }
  expect(Buffer.byteLength(JSON.stringify(whole))).toBeLessThan(1_000_000)
  phone.call = (name) => (name === 'people/who-am-i' ? { ok: true, value: me } : name === 'attendance/door-book' ? { ok: true, value: whole } : { ok: true, value: { sessions: [{ id: 'opera-s1' }] } })
  await (await start()).keepDoorBooks()
  expect(phone.storage.get('door-book opera-s1')!.length).toBeLessThan(1024 * 1024)
  expect((await (await start()).openDoorBook('opera-s1'))?.book.rows).toEqual(rows)
})
