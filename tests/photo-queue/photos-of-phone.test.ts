/** As whose this phone's photos go out. The cloud is a stand-in; evidence/ itself is met by the walks. */
import { beforeEach, expect, test, vi } from 'vitest'
import { mortalShelf } from '../queue/mortal-shelf'

const phone = vi.hoisted(() => ({ callFunction: vi.fn(), wake: () => {}, things: new Map<string, string>(), drawers: new Map<string, unknown>() }))
vi.mock('../../src/platform/cloud', () => ({ callFunction: phone.callFunction, uploadFile: vi.fn() }))
vi.mock('../../src/platform/wakes', () => ({ onWake: (wake: () => void) => { phone.wake = wake } }))
vi.mock('../../src/platform/network', () => ({ isOnWifi: async () => true }))
vi.mock('../../src/platform/drawer', () => ({ takeOut: (name: string) => phone.drawers.get(name), putAway: (name: string, content: unknown) => phone.drawers.set(name, content), empty: (name: string) => phone.drawers.delete(name) }))
vi.mock('../../src/platform/shelf', () => ({ shelf: mortalShelf(phone.things).shelf }))
vi.mock('../../src/platform/photo-files', () => ({
  photoFiles: { names: async () => ['photo-of-chen-0000000001'], keep: vi.fn(), hashOf: async () => 'a'.repeat(64), remove: vi.fn() },
  uploadPhoto: async () => 'cloud://x.y/incoming/photo-of-chen-0000000001.jpg',
}))

let holder = 'p-chen'
let line: 'open' | 'closed' = 'open'
const asked: string[] = []
const me = () => ({ personKey: holder, callName: '小陈', building: null, community: null, communities: [], roles: [], may: [], templates: [] })
const photo = { recordId: 'photo-of-chen-0000000001', bytes: 9, sha256: 'a'.repeat(64), source: 'in-app', takenAt: '2026-11-27T10:20:00.000Z', offsetMs: 0, order: 1, owner: 'p-chen', tiedTo: { what: 'event', eventId: 'opera' }, title: '戏曲晚会', stored: true, fileId: null, elsewhere: null, evenSo: false, refused: null }

beforeEach(() => {
  vi.resetModules()
  phone.things.clear()
  phone.drawers.clear()
  asked.length = 0
  line = 'closed'
  phone.things.set(`photo/${photo.recordId}`, JSON.stringify(photo))
  phone.drawers.set('known-person', { personKey: 'p-chen', roles: [], may: [] })
  phone.callFunction.mockReset().mockImplementation(async (subject: string, { call, input }: { call: string; input: { recordId: string; sha256: string } }) => {
    if (line === 'closed') throw new Error('request:fail')
    const at = new Date().toISOString()
    if (subject === 'people') return { ok: true, at, value: me() }
    asked.push(`${call} as ${holder}`)
    return { ok: true, at, value: call === 'begin' ? { recordId: input.recordId, elsewhere: null } : { recordId: input.recordId, sha256: input.sha256, bytes: 9 } }
  })
})

async function startedWithoutSignal() {
  const photos = await import('../../src/stores/photo-queue/photos-of-phone')
  await photos.startPhotos()
  expect(photos.usePhotoQueue.getState()).toMatchObject({ held: { failure: 'offline' }, photos: [{ state: 'waiting' }] })
  line = 'open'
  return photos
}

test('begun without signal, they go out once it is known that who took them holds the phone', async () => {
  holder = 'p-chen'
  const photos = await startedWithoutSignal()
  phone.wake()
  await vi.waitFor(() => expect(photos.usePhotoQueue.getState().photos).toEqual([]))
  expect([asked, phone.things.size]).toEqual([['begin as p-chen', 'attach as p-chen'], 0])
})

test('who comes straight to a page of photos may take one, though nothing waits', async () => {
  holder = 'p-chen'
  line = 'open'
  phone.things.clear()
  phone.drawers.clear()
  const photos = await import('../../src/stores/photo-queue/photos-of-phone')
  await photos.startPhotos()
  expect(await photos.keepPhoto({ path: 'tmp/1.jpg', bytes: 9, sha256: 'a'.repeat(64), source: 'in-app', takenAt: null }, { what: 'event', eventId: 'opera' }, '戏曲晚会')).toEqual({ ok: true })
})

test('where another holds it by now, nothing of it goes out and all of it stays', async () => {
  holder = 'p-zhou'
  const photos = await startedWithoutSignal()
  phone.wake()
  await vi.waitFor(() => expect(photos.usePhotoQueue.getState().held).toBeNull())
  expect([asked, phone.things.size]).toEqual([[], 1])
})
