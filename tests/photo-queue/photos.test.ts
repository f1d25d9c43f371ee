/** The photos that wait on a phone, against a community in memory that keeps its promise: each id once, its bytes checked. */
import { describe, expect, test } from 'vitest'
import type { Answer, Call } from '#contract/call'
import { openPhotos, type NewPhoto, type PhotoParts } from '../../src/stores/photo-queue/photos'
import type { StoredPhoto } from '../../src/stores/photo-queue/stored-photo'
import { usedElsewhere, rememberUse } from '../../src/stores/photo-queue/used-before'
import { sha256Of } from '../photo'
import { newPhone, RunDied, runOn, type Lying } from './mortal-phone'

const idOf = (n: number) => `photo-${String(n).padStart(18, '0')}`
const bytesOf = (n: number) => Buffer.from(`the bytes of photo ${n}`.repeat(20))
const atEvent = { what: 'event', eventId: 'opera' } as const

/** Taken just now, and lying where the camera left it. */
function shot(phone: Lying, n: number, more: Partial<NewPhoto> = {}): NewPhoto {
  phone.camera.set(`tmp/${n}.jpg`, bytesOf(n))
  return { recordId: idOf(n), path: `tmp/${n}.jpg`, bytes: bytesOf(n).length, sha256: sha256Of(bytesOf(n)), source: 'in-app', takenAt: '2026-11-27T10:20:00.000Z', offsetMs: 0, tiedTo: atEvent, title: '戏曲晚会', ...more }
}

type Input = { recordId: string; sha256: string; fileId: string; tiedTo: StoredPhoto['tiedTo'] }
function community() {
  const storage = new Map<string, Uint8Array>()
  const kept = new Map<string, { sha256: string; tiedTo: StoredPhoto['tiedTo']; times: number }>()
  const refuses = new Map<string, string>()
  const asked: string[] = []
  const attached: unknown[] = []
  const answer = (name: string, input: Input) => {
    const { recordId, sha256, fileId, tiedTo } = input
    asked.push(`${name} ${recordId}`)
    const failure = refuses.get(recordId)
    if (failure) return { ok: false, failure }
    if (name === 'evidence/begin') {
      const other = [...kept.values()].find((one) => one.sha256 === sha256 && JSON.stringify(one.tiedTo) !== JSON.stringify(tiedTo))
      return { ok: true, value: { recordId, elsewhere: other ? { what: 'event', title: '讲座', on: '2026-11-20' } : null } }
    }
    attached.push(input)
    const known = kept.get(recordId)
    const bytes = storage.get(fileId)
    if (!bytes && !known) return { ok: false, failure: 'upload-not-found' }
    if (bytes && sha256Of(bytes) !== sha256) return { ok: false, failure: 'broken-upload' }
    storage.delete(fileId)
    if (!known) kept.set(recordId, { sha256, tiedTo, times: 1 })
    return { ok: true, value: { recordId, sha256, bytes: 1 } }
  }
  return { storage, kept, refuses, asked, attached, answer }
}
type Community = ReturnType<typeof community>

function open(phone: Lying, there: Community, { dieAfter = Infinity, room = Infinity, ...more }: Partial<PhotoParts> & { dieAfter?: number; room?: number } = {}) {
  const { run, shelf, files, overTheLine } = runOn(phone, { dieAfter, room })
  const photos = openPhotos({
    shelf, files, owner: () => 'p-chen', isEntryWaiting: () => false, mayUpload: async () => true,
    call: <C extends Call>(contract: C, input: unknown) => overTheLine(async () => there.answer(contract.name, input as Input) as Answer<C>),
    upload: (recordId, path) => overTheLine(async () => {
      const bytes = phone.files.get(recordId)
      if (!bytes) throw new Error('no such file')
      there.storage.set(`cloud://x.y/${path}`, bytes)
      return `cloud://x.y/${path}`
    }),
    ...more,
  })
  return { photos, run, shelf }
}
const states = ({ photos }: ReturnType<typeof open>) => photos.store.getState().photos.map(({ recordId, state, failed, refused }) => [recordId, state, (failed ?? refused)?.failure ?? null])
const isEmpty = (phone: Lying) => expect([[...phone.things.keys()], [...phone.files.keys()]]).toEqual([[], []])

test('one that a phone of 1970 took carries the corrected time alone: so far off no clock is taken', async () => {
  const [phone, there] = [newPhone(), community()]
  const app = open(phone, there)
  const offsetMs = 3_000_000 - Date.parse('2026-11-27T10:20:00.000Z')
  await app.photos.keep(shot(phone, 1, { takenAt: new Date(3_000_000).toISOString(), offsetMs }))
  await app.photos.keep(shot(phone, 2, { source: 'album', takenAt: '2026-11-26T01:00:00.000Z', offsetMs }))
  await app.photos.keep(shot(phone, 3, { takenAt: '2026-11-28T10:20:00.000Z', offsetMs: 86_400_000 }))
  await app.photos.sendAll()
  expect(there.attached).toMatchObject([
    { takenAt: '2026-11-27T10:20:00.000Z', offsetMs: 0 }, { takenAt: '2026-11-26T01:00:00.000Z', offsetMs: 0 }, { takenAt: '2026-11-28T10:20:00.000Z', offsetMs: 86_400_000 },
  ])
  isEmpty(phone)
})

test('shot, kept, uploaded, tied, and gone from the phone', async () => {
  const [phone, there] = [newPhone(), community()]
  const app = open(phone, there)
  expect(await app.photos.keep(shot(phone, 1))).toEqual({ ok: true })
  expect(states(app)).toEqual([[idOf(1), 'waiting', null]])
  await app.photos.sendAll()
  expect(there.kept.get(idOf(1))).toMatchObject({ sha256: sha256Of(bytesOf(1)), tiedTo: atEvent })
  expect(there.storage.size).toBe(0)
  isEmpty(phone)
  expect(states(app)).toEqual([])
})

test('killed before any step of shoot, store, queue, upload, receipt and clear: nothing that was called kept is lost, nothing is doubled, nothing stays behind', async () => {
  const points = { lost: 0, kept: 0 }
  for (let dieAfter = 0; ; dieAfter += 1) {
    const [phone, there] = [newPhone(), community()]
    const first = open(phone, there, { dieAfter })
    const told = await first.photos.keep(shot(phone, 1)).then(({ ok }) => ok, (error: unknown) => { expect(error).toBeInstanceOf(RunDied); return false })
    await first.photos.sendAll().catch((error: unknown) => expect(error).toBeInstanceOf(RunDied))
    const { isDead } = first.run
    // The picture that the camera left is gone with the run.
    phone.camera.clear()
    const next = open(phone, there)
    await next.photos.start()
    for (const { recordId } of next.photos.store.getState().photos) expect(sha256Of(phone.files.get(recordId) ?? Buffer.alloc(0))).toBe(sha256Of(bytesOf(1)))
    await next.photos.sendAll()
    if (told) expect(there.kept.has(idOf(1)), `killed after ${dieAfter} steps`).toBe(true)
    expect(there.kept.size, `killed after ${dieAfter} steps`).toBeLessThanOrEqual(1)
    expect(there.storage.size).toBe(0)
    isEmpty(phone)
    points[there.kept.size === 1 ? 'kept' : 'lost'] += 1
    if (!isDead) break
  }
  expect(points.kept).toBeGreaterThan(8)
  expect(points.lost).toBeGreaterThan(3)
})

test('killed once more while the next run tidies up, and again: it ends in the same place', async () => {
  for (let first = 3; first < 9; first += 1) {
    for (let second = 0; second < 8; second += 1) {
      const [phone, there] = [newPhone(), community()]
      await open(phone, there, { dieAfter: first }).photos.keep(shot(phone, 1)).catch(() => undefined)
      await open(phone, there, { dieAfter: second }).photos.start().catch(() => undefined)
      await open(phone, there).photos.sendAll()
      isEmpty(phone)
    }
  }
})

describe('a photo leaves the phone on its receipt only', () => {
  test.each<[string, unknown]>([
    ['a login page that says 200', { ok: true, value: { html: '<title>欢迎使用无线网络</title>' } }],
    ['nothing', { ok: true, value: null }],
    ['a receipt of another photo', { ok: true, value: { recordId: idOf(8), sha256: sha256Of(bytesOf(1)), bytes: 1 } }],
    ['a receipt of other bytes', { ok: true, value: { recordId: idOf(1), sha256: sha256Of(bytesOf(8)), bytes: 1 } }],
    ['no line', { ok: false, failure: 'offline' }],
    ['a fault', { ok: false, failure: 'internal' }],
  ])('%s: it waits, and goes with the next good answer', async (_, answered) => {
    const [phone, there] = [newPhone(), community()]
    const { answer } = there
    const app = open(phone, there)
    await app.photos.keep(shot(phone, 1))
    there.answer = (name, input) => (name === 'evidence/attach' ? answered as ReturnType<typeof answer> : answer(name, input))
    await app.photos.sendAll()
    expect(states(app)).toEqual([[idOf(1), 'waiting', expect.any(String)]])
    expect(phone.files.size).toBe(1)
    there.answer = answer
    await app.photos.sendAll()
    expect(there.kept.size).toBe(1)
    isEmpty(phone)
  })
})

test('an upload that arrived broken is sent again at once', async () => {
  const [phone, there] = [newPhone(), community()]
  let uploads = 0
  const app = open(phone, there, { upload: async (recordId, path) => {
    uploads += 1
    const bytes = phone.files.get(recordId) ?? Buffer.alloc(0)
    there.storage.set(`cloud://x.y/${path}`, uploads === 1 ? bytes.subarray(0, 10) : bytes)
    return `cloud://x.y/${path}`
  } })
  await app.photos.keep(shot(phone, 1))
  await app.photos.sendAll()
  expect([uploads, there.kept.size]).toEqual([2, 1])
})

test('one that is refused for good, and one that never gets through, hold up no other', async () => {
  const [phone, there] = [newPhone(), community()]
  const app = open(phone, there)
  for (const n of [1, 2, 3, 4, 5]) await app.photos.keep(shot(phone, n))
  there.refuses.set(idOf(1), 'event-not-found')
  for (const n of [2, 3]) there.refuses.set(idOf(n), 'internal')
  for (let round = 0; round < 3; round += 1) await app.photos.sendAll()
  expect([...there.kept.keys()].sort()).toEqual([idOf(4), idOf(5)])
  expect(states(app)).toEqual([[idOf(1), 'refused', 'event-not-found'], [idOf(2), 'waiting', 'internal'], [idOf(3), 'waiting', 'internal']])
  // Its worker looks after it.
  there.refuses.clear()
  app.photos.putBack(idOf(1))
  await app.photos.sendAll()
  await app.photos.sendAll()
  expect(there.kept.size).toBe(5)
  isEmpty(phone)
})

test('a photo of an entry waits until the entry is with the community, and holds up no other', async () => {
  const [phone, there] = [newPhone(), community()]
  const waiting = new Set(['entry-1'])
  const app = open(phone, there, { isEntryWaiting: (id) => waiting.has(id) })
  await app.photos.keep(shot(phone, 1, { tiedTo: { what: 'entry', entryId: 'entry-1' } }))
  await app.photos.keep(shot(phone, 2))
  await app.photos.sendAll()
  expect([...there.kept.keys()]).toEqual([idOf(2)])
  waiting.clear()
  await app.photos.sendAll()
  expect(there.kept.size).toBe(2)
})

test('with Wi-Fi only nothing goes out elsewhere, not even a question', async () => {
  const [phone, there] = [newPhone(), community()]
  let isWifi = false
  const app = open(phone, there, { mayUpload: async () => isWifi })
  await app.photos.keep(shot(phone, 1))
  await app.photos.sendAll()
  expect([there.asked, app.photos.store.getState().held]).toEqual([[], { failure: 'wifi-only' }])
  isWifi = true
  await app.photos.sendAll()
  expect([there.kept.size, app.photos.store.getState().held]).toEqual([1, null])
})

test('nobody sends what another took on this phone', async () => {
  const [phone, there] = [newPhone(), community()]
  await open(phone, there).photos.keep(shot(phone, 1))
  const other = open(phone, there, { owner: () => 'p-lin' })
  await other.photos.sendAll()
  expect(there.asked).toEqual([])
  await open(phone, there).photos.sendAll()
  expect(there.kept.size).toBe(1)
})

test('the same picture elsewhere: its worker is asked before it is uploaded, and says', async () => {
  const [phone, there] = [newPhone(), community()]
  there.kept.set('another-photo', { sha256: sha256Of(bytesOf(1)), tiedTo: { what: 'event', eventId: 'talk' }, times: 1 })
  const app = open(phone, there)
  await app.photos.keep(shot(phone, 1))
  await app.photos.sendAll()
  expect([states(app), there.storage.size, there.kept.size]).toEqual([[[idOf(1), 'asks', null]], 0, 1])
  // Asked still after the app was closed, and nothing is sent meanwhile.
  const next = open(phone, there)
  await next.photos.sendAll()
  expect(next.photos.store.getState().photos[0]).toMatchObject({ state: 'asks', elsewhere: { title: '讲座' } })
  next.photos.useEvenSo(idOf(1))
  await next.photos.sendAll()
  expect(there.kept.has(idOf(1))).toBe(true)
  isEmpty(phone)
})

test('no room: said at once, nothing half kept, and nothing old dropped', async () => {
  const [phone, there] = [newPhone(), community()]
  const app = open(phone, there, { room: bytesOf(1).length + 10 })
  await app.photos.keep(shot(phone, 1))
  expect(await app.photos.keep(shot(phone, 2))).toEqual({ ok: false, failure: 'no-room' })
  expect([[...phone.things.keys()], [...phone.files.keys()]]).toEqual([[`photo/${idOf(1)}`], [idOf(1)]])
  await app.photos.sendAll()
  expect(await app.photos.keep(shot(phone, 2))).toEqual({ ok: true })
})

test('a file that WeChat or somebody cleared away is told, not forgotten', async () => {
  const [phone, there] = [newPhone(), community()]
  await open(phone, there).photos.keep(shot(phone, 1))
  phone.files.clear()
  const next = open(phone, there)
  await next.photos.sendAll()
  expect([states(next), there.kept.size]).toEqual([[[idOf(1), 'refused', 'file-lost']], 0])
  await next.photos.letGo(idOf(1))
  isEmpty(phone)
})

test('while another round runs nothing goes twice', async () => {
  const [phone, there] = [newPhone(), community()]
  const app = open(phone, there)
  for (const n of [1, 2]) await app.photos.keep(shot(phone, n))
  await Promise.all([app.photos.sendAll(), app.photos.sendAll(), app.photos.sendAll()])
  expect(there.asked.length).toBe(4)
})

test('what was used is remembered by its hash alone, and only for something else', () => {
  const { shelf } = runOn(newPhone())
  const used = { sha256: 'a'.repeat(64), tiedTo: atEvent, title: '戏曲晚会', on: '2026-11-27' }
  rememberUse(shelf, used)
  expect(usedElsewhere(shelf, used.sha256, atEvent)).toBeNull()
  expect(usedElsewhere(shelf, used.sha256, { what: 'event', eventId: 'talk' })).toEqual(used)
  expect(usedElsewhere(shelf, used.sha256, null)).toEqual(used)
  expect(usedElsewhere(shelf, 'b'.repeat(64), null)).toBeNull()
  for (let n = 0; n < 400; n += 1) rememberUse(shelf, { ...used, sha256: String(n).padStart(64, '0') })
  expect(usedElsewhere(shelf, used.sha256, null)).toBeNull()
  expect(usedElsewhere(shelf, '399'.padStart(64, '0'), null)).not.toBeNull()
})
