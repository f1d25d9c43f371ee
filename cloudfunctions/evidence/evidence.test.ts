/** 佐证照片: bytes are checked, kept once, and seen by who may. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { attachPhoto, type TiedTo } from '../../contract/evidence/attach'
import { beginPhoto } from '../../contract/evidence/begin'
import { listPhotos } from '../../contract/evidence/list'
import { Storage } from '../../emulator/cloud/storage'
import type { Sent } from '../../emulator/world/call-function'
import type { CastId } from '../../emulator/world/cast'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { unitsOfTheWorld } from '../../emulator/world/units'
import { sha256Of } from '../../tests/photo'
import { eventRecord } from '../_shared/records/events'
import { workEntryRecord } from '../_shared/records/facts'

const eventId = 'the-event'
const entry = { what: 'entry', entryId: 'the-banners' } as const
const event = { what: 'event', eventId } as const
const now = '2026-11-27T10:20:00.000Z'

const dataDir = mkdtempSync(join(tmpdir(), 'linli-evidence-'))
let world: OpenWorld
beforeAll(async () => {
  world = await openWorld({ name: 'empty', dataDir })
  const { yuyin, liuqiao, 'yuyin-1': grid } = unitsOfTheWorld()
  const planned = (id: string) => eventRecord(yuyin, {
    id, kind: 'talk', title: '讲座', placeName: '社区会议室', organisers: [], programme: [], partyLimit: 1, countOnly: false,
    sessions: [{ startsAt: now, endsAt: '2026-11-27T12:00:00.000Z', capacity: 10 }],
  }, { by: 'p-lin', at: now })
  world.cloud.db.insertMany('events', [
    { ...planned(eventId), status: 'published', publishedAt: now }, planned('the-draft'), { ...planned('a-draft-called-off'), status: 'cancelled' },
    { ...planned('called-off'), status: 'cancelled', publishedAt: now },
  ])
  const work = { quantity: 3, softness: 'exact', on: '2026-11-27', unitId: grid._id, path: grid.path, note: null, by: 'p-chen', loggedAt: now, clocks: { device: now, offsetMs: 0, received: now }, dayConfirmed: false } as const
  world.cloud.db.insertMany('work-entries', [
    workEntryRecord({ ...work, path: grid.path, recordId: entry.entryId, indicator: 'banners_hung' }),
    workEntryRecord({ ...work, path: grid.path, recordId: 'the-visits', indicator: 'visits_paid' }),
    workEntryRecord({ ...work, unitId: liuqiao._id, path: liuqiao.path, recordId: 'next-door', indicator: 'banners_hung' }),
  ])
})
afterAll(async () => {
  await world.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

let made = 0
function upload(bytes: Uint8Array) {
  const recordId = `photo-record-${String((made += 1)).padStart(4, '0')}`
  return { recordId, fileId: world.cloud.upload(`incoming/${recordId}.jpg`, bytes), sha256: sha256Of(bytes), source: 'in-app', takenAt: now, offsetMs: 0 } as const
}
/** As a phone does it: announced first. */
async function attach(who: CastId, photo: Sent<typeof attachPhoto>) {
  const { recordId, sha256, tiedTo } = photo
  await world.call(who, beginPhoto, { recordId, sha256, tiedTo })
  return world.call(who, attachPhoto, photo)
}
async function elsewhere(who: CastId, { recordId, sha256 }: { recordId: string; sha256: string }, tiedTo: TiedTo) {
  const begun = await world.call(who, beginPhoto, { recordId, sha256, tiedTo })
  return begun.ok ? begun.value.elsewhere : begun.failure
}
const kept = (recordId: string) => world.cloud.db.find('photos', { _id: recordId })[0]

/** A picture of one colour; only its header is ever read. */
function png(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header), chunk('tEXt', randomBytes(8)), chunk('IDAT', deflateSync(Buffer.alloc(64))), chunk('IEND', Buffer.alloc(0)),
  ])
}
/** The beginning of a JPEG, up to the marker that holds its size. */
const jpeg = (width: number, height: number) => Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
  0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9, ...randomBytes(8),
])

/** Two calls that read the same upload are answered together, each with its own bytes: as if it had been replaced in between. */
function readAtOnce(recordId: string, pictures: readonly Uint8Array[]) {
  const waiting: ((bytes: Uint8Array) => void)[] = []
  const answer = Storage.prototype.answer
  const spy = vi.spyOn(Storage.prototype, 'answer').mockImplementation(async function (this: Storage, request, response, through) {
    if (request.method !== 'GET' || !request.url?.includes(`/incoming/${recordId}.jpg?`)) return answer.call(this, request, response, through)
    waiting.push((bytes) => void response.writeHead(200, { 'content-length': bytes.length }).end(bytes))
    if (waiting.length === pictures.length) waiting.forEach((send, index) => send(pictures[index]!))
  })
  return {
    /** So many calls stand before their bytes: who asks next gets the next picture. */
    asked: (calls: number) => vi.waitFor(() => { if (waiting.length < calls) throw new Error('not yet') }, { timeout: 10_000, interval: 5 }),
    end: () => spy.mockRestore(),
  }
}

async function bytesOf(photoId: string): Promise<Buffer> {
  const { eventId, entryId } = kept(photoId) as { eventId: string | null; entryId: string | null }
  const answer = await world.call('lin', listPhotos, { of: eventId === null ? { what: 'entry', entryId: entryId ?? '' } : { what: 'event', eventId } })
  const url = answer.ok ? answer.value.photos.find((photo) => photo.photoId === photoId)?.url : undefined
  return Buffer.from(await (await fetch(url ?? '')).arrayBuffer())
}

async function isStored(fileId: string): Promise<boolean> {
  const response = await fetch(`${world.cloud.url}/admin`, { method: 'POST', body: JSON.stringify({ action: 'storage.batchGetDownloadUrl', file_list: [{ fileid: fileId }] }) })
  return JSON.stringify(await response.json()).includes('"SUCCESS"')
}

describe('attaching', () => {
  test('a photo of an entry is kept under its own name, and the upload is gone', async () => {
    const photo = upload(jpeg(1600, 1200))
    const answer = await attach('chen', { ...photo, tiedTo: entry })
    expect(answer).toMatchObject({ ok: true, value: { recordId: photo.recordId, sha256: photo.sha256 } })
    expect(kept(photo.recordId)).toMatchObject({ width: 1600, height: 1200, entryId: 'the-banners', eventId: null, path: ['hewan', 'yuyin', 'yuyin-1'], by: 'p-chen', savedAt: expect.stringMatching(/^2026-11-27T10:2/) })
    expect(kept(photo.recordId)?.fileId).toMatch(new RegExp(`/evidence/${photo.recordId}-${String(kept(photo.recordId)?.sha256).slice(0, 16)}\\.jpg$`))
    expect(await attach('chen', { ...upload(jpeg(4, 3)), fileId: photo.fileId, tiedTo: entry })).toEqual({ ok: false, failure: 'upload-not-found' })
  })

  test('sent again after the upload was dropped, it is the same success', async () => {
    const photo = { ...upload(png(800, 600)), tiedTo: event }
    const first = await attach('lin', photo)
    expect(await attach('lin', photo)).toEqual(first)
    expect(world.cloud.db.count('photos', { _id: photo.recordId })).toBe(1)
  })

  test('broken off before it was written down, it is kept by the next try', async () => {
    const bytes = png(800, 600)
    const photo = upload(bytes)
    // As a crash leaves it: the kept bytes are there, the record is not, the upload still is.
    world.cloud.upload(`evidence/${photo.recordId}-${sha256Of(bytes).slice(0, 16)}.png`, bytes)
    expect(await attach('chen', { ...photo, tiedTo: event })).toMatchObject({ ok: true })
    expect(kept(photo.recordId)).toMatchObject({ width: 800 })
  })

  test('broken off before the upload was dropped, the next try drops it', async () => {
    const bytes = png(640, 480)
    const photo = { ...upload(bytes), tiedTo: event }
    const first = await attach('chen', photo)
    world.cloud.upload(`incoming/${photo.recordId}.jpg`, bytes)
    expect(await attach('chen', photo)).toMatchObject({ value: first.ok && first.value })
    world.cloud.db.remove('photos', { _id: photo.recordId })
    expect(await attach('chen', photo)).toEqual({ ok: false, failure: 'upload-not-found' })
  })

  test('four tries at once keep one photo', async () => {
    const photo = { ...upload(png(500, 500)), tiedTo: event }
    const answers = await Promise.all([1, 2, 3, 4].map(() => attach('chen', photo)))
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true])
    expect(world.cloud.db.count('photos', { _id: photo.recordId })).toBe(1)
  })

  test('the same picture elsewhere is said before it is sent, and kept all the same', async () => {
    const bytes = png(300, 200)
    expect(await elsewhere('chen', upload(bytes), event)).toBeNull()
    expect(await attach('chen', { ...upload(bytes), tiedTo: event })).toMatchObject({ ok: true })
    const again = upload(bytes)
    expect(await elsewhere('chen', again, event)).toBeNull()
    expect(await elsewhere('chen', again, entry)).toEqual({ what: 'event', title: '讲座', on: '2026-11-27' })
    expect(await attach('chen', { ...again, tiedTo: entry })).toMatchObject({ ok: true })
    expect(await elsewhere('lin', upload(bytes), { what: 'event', eventId: 'the-draft' })).toMatchObject({ what: 'event', title: '讲座' })
  })

  test('where it stands is named to nobody who may not see it', async () => {
    const bytes = png(301, 200)
    await attach('chen', { ...upload(bytes), tiedTo: entry })
    expect(await elsewhere('zhou', upload(bytes), { what: 'entry', entryId: 'next-door' })).toEqual({ what: 'entry', title: null, on: '2026-11-27' })
    expect(await elsewhere('he', upload(bytes), event)).toEqual({ what: 'entry', title: '横幅', on: '2026-11-27' })
  })

  test('a record id of another photo is refused, and that photo stays as it was', async () => {
    const photo = upload(png(30, 20))
    await attach('chen', { ...photo, tiedTo: event })
    const before = kept(photo.recordId)
    expect(await attach('chen', { ...photo, tiedTo: entry })).toEqual({ ok: false, failure: 'record-id-taken' })
    expect(await attach('lin', { ...photo, tiedTo: event })).toEqual({ ok: false, failure: 'record-id-taken' })
    expect(kept(photo.recordId)).toEqual(before)
  })

  test('other bytes under the id of a kept photo are refused, by the same person too', async () => {
    const photo = { ...upload(png(30, 21)), tiedTo: event }
    await attach('chen', photo)
    const before = kept(photo.recordId)
    for (const bytes of [png(30, 22), png(20_000, 20_000), Buffer.alloc(700_000), Buffer.from('这不是照片')]) {
      world.cloud.upload(`incoming/${photo.recordId}.jpg`, bytes)
      expect(await attach('chen', { ...photo, sha256: sha256Of(bytes) })).toMatchObject({ ok: false, failure: 'record-id-taken' })
      expect(await attach('chen', photo)).toMatchObject({ ok: false, failure: bytes.length > 410_000 ? 'photo-too-large' : 'broken-upload' })
    }
    expect(kept(photo.recordId)).toEqual(before)
  })

  test('two pictures under one id at once: one is kept whole, the other is told and leaves nothing behind', async () => {
    const [first, second] = [png(31, 20), png(32, 20)]
    const photo = { ...upload(first), tiedTo: event }
    // Both calls find nothing written down and read their own bytes before either keeps any.
    const reads = readAtOnce(photo.recordId, [first, second])
    const one = attach('chen', { ...photo, sha256: sha256Of(first) })
    await reads.asked(1)
    const answers = await Promise.all([one, attach('chen', { ...photo, sha256: sha256Of(second) })]).finally(() => reads.end())
    expect(answers.map((answer) => (answer.ok ? 'kept' : answer.failure)).sort()).toEqual(['kept', 'record-id-taken'])
    const { fileId, sha256: written } = kept(photo.recordId) as { fileId: string; sha256: string }
    expect(sha256Of(await bytesOf(photo.recordId))).toBe(written)
    const lost = [first, second].map(sha256Of).find((hash) => hash !== written)!
    expect(await isStored(fileId.replace(written.slice(0, 16), lost.slice(0, 16)))).toBe(false)
    expect(await isStored(fileId)).toBe(true)
  })

  test('the same picture under one id by two people at once: who was slower takes nothing away', async () => {
    const picture = png(33, 20)
    const photo = { ...upload(picture), tiedTo: event }
    // Only one of them announced it, and only that one's upload is read.
    const reads = readAtOnce(photo.recordId, [picture])
    const answers = await Promise.all([attach('chen', photo), attach('lin', photo)]).finally(() => reads.end())
    // Whoever announced it has it. The other is told, before or after, that there is nothing for them.
    const [has, hasNot] = [...answers].sort((a, b) => Number(b.ok) - Number(a.ok))
    expect(has).toMatchObject({ ok: true, value: { sha256: sha256Of(picture) } })
    expect(['upload-not-found', 'record-id-taken']).toContain(hasNot?.ok === false && hasNot.failure)
    expect(sha256Of(await bytesOf(photo.recordId))).toBe(kept(photo.recordId)?.sha256)
  })

  test.each<[string, () => Uint8Array, string]>([
    ['words', () => Buffer.from('这不是照片'), 'not-a-photo'],
    ['nothing at all', () => Buffer.alloc(0), 'not-a-photo'],
    ['a page of HTML', () => Buffer.from('<html><script>alert(1)</script>'), 'not-a-photo'],
    ['a GIF', () => Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64'), 'not-a-photo'],
    ['bytes that only begin like a JPEG', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'not-a-photo'],
    ['a PNG without a size', () => png(0, 0), 'not-a-photo'],
    ['a small file that unpacks to 400 million pixels', () => png(20_000, 20_000), 'photo-too-large'],
    ['more bytes than a photo may have', () => Buffer.concat([png(100, 100), Buffer.alloc(600_000)]), 'photo-too-large'],
  ])('%s is refused and not kept', async (_, bytes, failure) => {
    const photo = upload(bytes())
    expect(await attach('chen', { ...photo, tiedTo: event })).toEqual({ ok: false, failure })
    expect(kept(photo.recordId)).toBeUndefined()
  })

  test('visits and disputes take no photo', async () => {
    const photo = upload(png(10, 10))
    expect(await attach('chen', { ...photo, tiedTo: { what: 'entry', entryId: 'the-visits' } })).toEqual({ ok: false, failure: 'no-photos-here' })
  })

  test('no file but the own upload is read or dropped', async () => {
    const other = world.cloud.upload('reports/2026-11.docx', png(10, 10))
    const photo = upload(png(10, 10))
    expect(await attach('chen', { ...photo, fileId: other, tiedTo: event })).toEqual({ ok: false, failure: 'upload-not-found' })
    const elsewhere = photo.fileId.replace(photo.recordId, 'photo-record-9999')
    expect(await attach('chen', { ...photo, fileId: elsewhere, tiedTo: event })).toEqual({ ok: false, failure: 'upload-not-found' })
  })

  test('only who serves the unit attaches', async () => {
    const photo = upload(png(10, 10))
    expect(await attach('zhang', { ...photo, tiedTo: event })).toMatchObject({ ok: false, failure: 'not-allowed' })
    expect(await attach('zhou', { ...photo, tiedTo: event })).toEqual({ ok: false, failure: 'event-not-found' })
    expect(await attach('zhou', { ...photo, tiedTo: entry })).toEqual({ ok: false, failure: 'entry-not-found' })
    expect(await attach('he', { ...photo, tiedTo: { what: 'event', eventId: 'no-such-event' } })).toEqual({ ok: false, failure: 'event-not-found' })
    expect(kept(photo.recordId)).toBeUndefined()
    expect(await attach('he', { ...photo, tiedTo: entry })).toMatchObject({ ok: true })
  })
})

describe('looking', () => {
  test('the photos of an entry open at an address that expires', async () => {
    const answer = await world.call('lin', listPhotos, { of: entry })
    if (!answer.ok) throw new Error(answer.failure)
    const first = answer.value.photos[0]!
    expect(first).toMatchObject({ width: 1600, height: 1200, source: 'in-app', takenAt: now })
    expect((await fetch(first.url)).status).toBe(200)
    world.cloud.clock.advance(11 * 60_000)
    expect((await fetch(first.url)).status).toBe(403)
  })

  test('photos of a draft are for admins of the unit alone, also once the draft is called off', async () => {
    for (const id of ['the-draft', 'a-draft-called-off']) {
      const draft = { what: 'event', eventId: id } as const
      expect(await world.call('chen', listPhotos, { of: draft })).toEqual({ ok: false, failure: 'event-not-found' })
      expect(await attach('chen', { ...upload(png(10, 10)), tiedTo: draft })).toEqual({ ok: false, failure: 'event-not-found' })
      expect(await attach('lin', { ...upload(png(10, 10)), tiedTo: draft })).toMatchObject({ ok: true })
      expect(await world.call('lin', listPhotos, { of: draft })).toMatchObject({ ok: true, value: { photos: [{ width: 10 }] } })
    }
    expect(await world.call('chen', listPhotos, { of: { what: 'event', eventId: 'called-off' } })).toEqual({ ok: true, value: { photos: [] } })
  })

  test('neighbours and residents see none', async () => {
    expect(await world.call('zhou', listPhotos, { of: entry })).toEqual({ ok: false, failure: 'entry-not-found' })
    expect(await world.call('zhou', listPhotos, { of: event })).toEqual({ ok: false, failure: 'event-not-found' })
    expect(await world.call('zhang', listPhotos, { of: event })).toMatchObject({ ok: false, failure: 'not-allowed' })
  })
})

describe('broken off after it was written down', () => {
  async function brokenOff() {
    const photo = { ...upload(jpeg(800, 600)), tiedTo: event }
    const { recordId, sha256, tiedTo } = photo
    await world.call('chen', beginPhoto, { recordId, sha256, tiedTo })
    const armed = world.cloud.faults.arm({ functionName: 'evidence', operation: 6, fault: 'cut-off', moment: 'after' })
    expect(await world.call('chen', attachPhoto, photo)).toMatchObject({ ok: false, failure: 'internal' })
    world.cloud.faults.disarm()
    expect(armed.struck).toBe('database.insertDocument')
    return photo
  }
  const sweep = () => world.cloud.invoke('evidence', { source: 'timer' })
  const seen = async (photoId: string) => {
    const answer = await world.call('lin', listPhotos, { of: event })
    return answer.ok && answer.value.photos.some((photo) => photo.photoId === photoId)
  }

  test('nobody sees it until the sweep has kept its bytes and dropped the upload', async () => {
    const photo = await brokenOff()
    expect(await seen(photo.recordId)).toBe(false)
    await sweep()
    expect(await seen(photo.recordId)).toBe(true)
    expect(sha256Of(await bytesOf(photo.recordId))).toBe(kept(photo.recordId)?.sha256)
    expect(await attach('chen', photo)).toMatchObject({ ok: true })
  })

  test('an upload that is another picture by now is not taken for it', async () => {
    const photo = await brokenOff()
    world.cloud.upload(`incoming/${photo.recordId}.jpg`, jpeg(400, 300))
    await sweep()
    expect(await seen(photo.recordId)).toBe(false)
    expect(await attach('chen', photo)).toMatchObject({ ok: false, failure: 'broken-upload' })
  })

  test('an upload that its owner took away is no photo', async () => {
    const photo = await brokenOff()
    rmSync(join(dataDir, 'files/incoming', `${photo.recordId}.jpg`))
    await sweep()
    expect(await seen(photo.recordId)).toBe(false)
    expect(await attach('chen', photo)).toEqual({ ok: false, failure: 'upload-not-found' })
  })
})

describe('what the phone hashed', () => {
  const whole = jpeg(1200, 900)
  test.each<[string, () => Uint8Array]>([
    ['cut off on the way', () => whole.subarray(0, whole.length - 3)], ['nothing at all', () => Buffer.alloc(0)],
    ['the page of a café', () => Buffer.from('<html>登录</html>')], ['another picture', () => jpeg(1200, 900)],
  ])('%s is a broken upload, nothing is kept, and the whole one sent again is', async (_, arrived) => {
    const photo = { ...upload(whole), tiedTo: event }
    world.cloud.upload(`incoming/${photo.recordId}.jpg`, arrived())
    expect(await attach('chen', photo)).toMatchObject({ ok: false, failure: 'broken-upload' })
    expect(kept(photo.recordId)).toBeUndefined()
    world.cloud.upload(`incoming/${photo.recordId}.jpg`, whole)
    expect(await attach('chen', photo)).toMatchObject({ ok: true, value: { recordId: photo.recordId, sha256: sha256Of(whole) } })
  })

  test('a photo that nobody made small is refused', async () => {
    expect(await attach('chen', { ...upload(jpeg(1601, 1200)), tiedTo: event })).toMatchObject({ ok: false, failure: 'photo-too-large' })
  })
})

describe('uploads', () => {
  const sweep = () => world.cloud.invoke('evidence', { source: 'timer' })
  const announced = (recordId: string) => world.cloud.db.count('uploads', { _id: recordId })

  test('one that was never attached is dropped a day after it was announced, and not before', async () => {
    const photo = { ...upload(jpeg(20, 20)), tiedTo: event }
    await elsewhere('chen', photo, event)
    world.cloud.clock.advance(23 * 3_600_000)
    await sweep()
    expect([announced(photo.recordId), await isStored(photo.fileId)]).toEqual([1, true])
    world.cloud.clock.advance(2 * 3_600_000)
    await sweep()
    expect([announced(photo.recordId), await isStored(photo.fileId)]).toEqual([0, false])
    expect(await world.call('chen', attachPhoto, photo)).toMatchObject({ ok: false, failure: 'upload-not-found' })
    world.cloud.upload(`incoming/${photo.recordId}.jpg`, jpeg(20, 20))
  })

  test('announced again it has its day anew, and what was attached leaves nothing behind', async () => {
    const bytes = jpeg(21, 20)
    const photo = { ...upload(bytes), tiedTo: event }
    await elsewhere('chen', photo, event)
    world.cloud.clock.advance(23 * 3_600_000)
    await elsewhere('chen', photo, event)
    world.cloud.clock.advance(2 * 3_600_000)
    await sweep()
    expect(await world.call('chen', attachPhoto, photo)).toMatchObject({ ok: true })
    expect([announced(photo.recordId), await isStored(photo.fileId)]).toEqual([0, false])
  })

  test('one that nobody announced is attached by nobody', async () => {
    expect(await world.call('chen', attachPhoto, { ...upload(jpeg(22, 20)), tiedTo: event })).toMatchObject({ ok: false, failure: 'upload-not-found' })
  })
})
