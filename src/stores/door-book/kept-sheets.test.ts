/** A sign-in sheet on this phone: taken along once it is printed, sealed and without full names, for as long as paper is taken. */
import { beforeEach, expect, test, vi } from 'vitest'
import { randomBytes } from 'node:crypto'

const phone = vi.hoisted(() => ({ storage: new Map<string, string>(), keys: new Map<string, string>(), printed: 2, refused: false }))
const session = { id: 'talk-s1', eventId: 'talk', kind: 'talk', title: '民法典讲座', placeName: '活动室', startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:30:00.000Z', countOnly: false }
const room = { signedIn: 0, walkIns: 2, headcount: null, softness: 'exact', unregistered: 0, attendances: 2 }
const row = { present: null, source: null, marks: [], cancelled: false }
const sheet = {
  session, until: '2026-12-04T12:30:00.000Z', headcounts: [], room,
  rows: [{ ...row, number: 1, personKey: 'p-zhang', callName: '张桂芳', building: '翠竹苑3号楼', partySize: 2 }, { ...row, number: 2, personKey: 'p-li', callName: '李叔', building: null, partySize: 1, cancelled: true }],
  lines: [{ line: 16, people: 2, callName: '王师傅', recordIds: ['l'.repeat(24)] }],
}
const answers: Record<string, () => unknown> = {
  'people/who-am-i': () => ({ personKey: 'p-chen', roles: [], may: [], community: null }),
  'attendance/sessions-of-day': () => ({ sessions: [{ id: 'talk-s1' }] }),
  'attendance/door-book': () => ({ session: { ...session, held: false }, asOf: '2026-11-27T10:20:00.000Z', from: '2026-11-27T10:00:00.000Z', until: '2026-11-27T18:30:00.000Z', rows: [], walkIns: [], headcounts: [], faces: [], printed: phone.printed, room }),
  'attendance/sheet': () => sheet,
}
vi.mock('../../platform/cloud', () => ({
  callFunction: async (subject: string, { call }: { call: string }) => (phone.refused && call === 'sheet' ? { ok: false, failure: 'session-not-found' } : { ok: true, value: answers[`${subject}/${call}`]?.(), at: new Date().toISOString() }),
  uploadFile: vi.fn(),
}))
vi.mock('../../platform/keybox', () => ({
  takeKey: async (name: string) => phone.keys.get(name) ?? null, putKey: async (name: string, key: string) => void phone.keys.set(name, key), dropKey: async (name: string) => void phone.keys.delete(name),
  randomBytes: async (length: number) => new Uint8Array(randomBytes(length)),
}))
vi.mock('../../platform/drawer', () => ({
  takeOut: (name: string) => JSON.parse(phone.storage.get(name) ?? '""') as unknown, putAway: (name: string, content: unknown) => void phone.storage.set(name, JSON.stringify(content)),
  empty: (name: string) => void phone.storage.delete(name), emptyAllBut: () => phone.storage.clear(),
}))

async function start() {
  vi.resetModules()
  return { ...(await import('./door-books')), ...(await import('./kept-sheets')), ...(await import('./books-on-phone')) }
}
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.parse('2026-11-27T10:20:00.000Z'))
  phone.storage.clear()
  phone.keys.clear()
  Object.assign(phone, { printed: 2, refused: false })
})
const lies = () => phone.storage.has('door-book talk-s1/sheet')

test('printed anywhere, it comes along with the book, by number and 姓; what lies there names nobody', async () => {
  await (await start()).keepDoorBooks()
  await vi.waitFor(() => expect(lies()).toBe(true))
  const kept = await (await start()).keptSheet('talk-s1')
  expect(kept?.rows.map(({ number, personKey, callName, building }) => [number, personKey, callName, building])).toEqual([[1, 'p-zhang', '张', '3号楼'], [2, 'p-li', '李叔', null]])
  expect(kept?.lines).toEqual([{ ...sheet.lines[0], callName: null }])
  expect([...phone.storage].flat().join('\n')).not.toMatch(/张|李|翠竹|3号楼|王师傅|p-zhang/)
  expect((await start()).keptSessionsOn('2026-11-27')).toMatchObject([{ id: 'talk-s1', title: '民法典讲座', expected: 2 }])
})

test('what was never printed is not taken along', async () => {
  phone.printed = 0
  await (await start()).keepDoorBooks()
  expect([lies(), (await start()).keptSessionsOn('2026-11-27')]).toEqual([false, []])
})

test('it outlives the book and goes with the first word after no more paper is taken', async () => {
  await (await start()).keepDoorBooks()
  await vi.waitFor(() => expect(lies()).toBe(true))
  const { keepDoorBooks, keptSheet } = await start()
  phone.printed = 0
  vi.setSystemTime(Date.parse('2026-12-04T12:29:00.000Z'))
  await keepDoorBooks()
  expect((await keptSheet('talk-s1'))?.rows.length).toBe(2)
  vi.setSystemTime(Date.parse('2026-12-04T12:31:00.000Z'))
  await keepDoorBooks()
  expect([lies(), await keptSheet('talk-s1')]).toEqual([false, null])
})
