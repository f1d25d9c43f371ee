/** 佐证照片: bytes are checked, kept once, and seen by who may. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { listPhotos } from '../../contract/evidence/list'
import { Storage } from '../../emulator/cloud/storage'
import { entry, event, jpeg, now, openEvidence, png } from '../../tests/functions/evidence-stage'
import { sha256Of } from '../../tests/photo'

let stage: Awaited<ReturnType<typeof openEvidence>>
beforeAll(async () => { stage = await openEvidence() })
afterAll(() => stage.stop())

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

describe('attaching', () => {
  test('a photo of an entry is kept under its own name, and the upload is gone', async () => {
    const photo = stage.upload(jpeg(1600, 1200))
    const answer = await stage.attach('chen', { ...photo, tiedTo: entry })
    expect(answer).toMatchObject({ ok: true, value: { recordId: photo.recordId, sha256: photo.sha256 } })
    expect(stage.kept(photo.recordId)).toMatchObject({ width: 1600, height: 1200, entryId: 'the-banners', eventId: null, path: ['hewan', 'yuyin', 'yuyin-1'], by: 'p-chen', savedAt: expect.stringMatching(/^2026-11-27T10:2/) })
    expect(stage.kept(photo.recordId)?.fileId).toMatch(new RegExp(`/evidence/${photo.recordId}-${String(stage.kept(photo.recordId)?.sha256).slice(0, 16)}\\.jpg$`))
    expect(await stage.attach('chen', { ...stage.upload(jpeg(4, 3)), fileId: photo.fileId, tiedTo: entry })).toEqual({ ok: false, failure: 'upload-not-found' })
  })

  test('sent again after the upload was dropped, it is the same success', async () => {
    const photo = { ...stage.upload(png(800, 600)), tiedTo: event }
    const first = await stage.attach('lin', photo)
    expect(await stage.attach('lin', photo)).toEqual(first)
    expect(stage.world.cloud.db.count('photos', { _id: photo.recordId })).toBe(1)
  })

  test('broken off before it was written down, it is kept by the next try', async () => {
    const bytes = png(800, 600)
    const photo = stage.upload(bytes)
    // As a crash leaves it: the kept bytes are there, the record is not, the upload still is.
    stage.world.cloud.upload(`evidence/${photo.recordId}-${sha256Of(bytes).slice(0, 16)}.png`, bytes)
    expect(await stage.attach('chen', { ...photo, tiedTo: event })).toMatchObject({ ok: true })
    expect(stage.kept(photo.recordId)).toMatchObject({ width: 800 })
  })

  test('broken off before the upload was dropped, the next try drops it', async () => {
    const bytes = png(640, 480)
    const photo = { ...stage.upload(bytes), tiedTo: event }
    const first = await stage.attach('chen', photo)
    stage.world.cloud.upload(`incoming/${photo.recordId}.jpg`, bytes)
    expect(await stage.attach('chen', photo)).toMatchObject({ value: first.ok && first.value })
    stage.world.cloud.db.remove('photos', { _id: photo.recordId })
    expect(await stage.attach('chen', photo)).toEqual({ ok: false, failure: 'upload-not-found' })
  })

  test('four tries at once keep one photo', async () => {
    const photo = { ...stage.upload(png(500, 500)), tiedTo: event }
    const answers = await Promise.all([1, 2, 3, 4].map(() => stage.attach('chen', photo)))
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true])
    expect(stage.world.cloud.db.count('photos', { _id: photo.recordId })).toBe(1)
  })

  test('the same picture elsewhere is said before it is sent, and kept all the same', async () => {
    const bytes = png(300, 200)
    expect(await stage.elsewhere('chen', stage.upload(bytes), event)).toBeNull()
    expect(await stage.attach('chen', { ...stage.upload(bytes), tiedTo: event })).toMatchObject({ ok: true })
    const again = stage.upload(bytes)
    expect(await stage.elsewhere('chen', again, event)).toBeNull()
    expect(await stage.elsewhere('chen', again, entry)).toEqual({ what: 'event', title: '讲座', on: '2026-11-27' })
    expect(await stage.attach('chen', { ...again, tiedTo: entry })).toMatchObject({ ok: true })
    expect(await stage.elsewhere('lin', stage.upload(bytes), { what: 'event', eventId: 'the-draft' })).toMatchObject({ what: 'event', title: '讲座' })
  })

  test('where it stands is named to nobody who may not see it', async () => {
    const bytes = png(301, 200)
    await stage.attach('chen', { ...stage.upload(bytes), tiedTo: entry })
    expect(await stage.elsewhere('zhou', stage.upload(bytes), { what: 'entry', entryId: 'next-door' })).toEqual({ what: 'entry', title: null, on: '2026-11-27' })
    expect(await stage.elsewhere('he', stage.upload(bytes), event)).toEqual({ what: 'entry', title: '横幅', on: '2026-11-27' })
  })

  test('a record id of another photo is refused, and that photo stays as it was', async () => {
    const photo = stage.upload(png(30, 20))
    await stage.attach('chen', { ...photo, tiedTo: event })
    const before = stage.kept(photo.recordId)
    expect(await stage.attach('chen', { ...photo, tiedTo: entry })).toEqual({ ok: false, failure: 'record-id-taken' })
    expect(await stage.attach('lin', { ...photo, tiedTo: event })).toEqual({ ok: false, failure: 'record-id-taken' })
    expect(stage.kept(photo.recordId)).toEqual(before)
  })

  test('other bytes under the id of a kept photo are refused, by the same person too', async () => {
    const photo = { ...stage.upload(png(30, 21)), tiedTo: event }
    await stage.attach('chen', photo)
    const before = stage.kept(photo.recordId)
    for (const bytes of [png(30, 22), png(20_000, 20_000), Buffer.alloc(700_000), Buffer.from('这不是照片')]) {
      stage.world.cloud.upload(`incoming/${photo.recordId}.jpg`, bytes)
      expect(await stage.attach('chen', { ...photo, sha256: sha256Of(bytes) })).toMatchObject({ ok: false, failure: 'record-id-taken' })
      expect(await stage.attach('chen', photo)).toMatchObject({ ok: false, failure: bytes.length > 410_000 ? 'photo-too-large' : 'broken-upload' })
    }
    expect(stage.kept(photo.recordId)).toEqual(before)
  })

  test('two pictures under one id at once: one is kept whole, the other is told and leaves nothing behind', async () => {
    const [first, second] = [png(31, 20), png(32, 20)]
    const photo = { ...stage.upload(first), tiedTo: event }
    // Both calls find nothing written down and read their own bytes before either keeps any.
    const reads = readAtOnce(photo.recordId, [first, second])
    const one = stage.attach('chen', { ...photo, sha256: sha256Of(first) })
    await reads.asked(1)
    const answers = await Promise.all([one, stage.attach('chen', { ...photo, sha256: sha256Of(second) })]).finally(() => reads.end())
    expect(answers.map((answer) => (answer.ok ? 'kept' : answer.failure)).sort()).toEqual(['kept', 'record-id-taken'])
    const { fileId, sha256: written } = stage.kept(photo.recordId) as { fileId: string; sha256: string }
    expect(sha256Of(await stage.bytesOf(photo.recordId))).toBe(written)
    const lost = [first, second].map(sha256Of).find((hash) => hash !== written)!
    expect(await stage.isStored(fileId.replace(written.slice(0, 16), lost.slice(0, 16)))).toBe(false)
    expect(await stage.isStored(fileId)).toBe(true)
  })

  test('the same picture under one id by two people at once: who was slower takes nothing away', async () => {
    const picture = png(33, 20)
    const photo = { ...stage.upload(picture), tiedTo: event }
    // Only one of them announced it, and only that one's upload is read.
    const reads = readAtOnce(photo.recordId, [picture])
    const answers = await Promise.all([stage.attach('chen', photo), stage.attach('lin', photo)]).finally(() => reads.end())
    // Whoever announced it has it. The other is told, before or after, that there is nothing for them.
    const [has, hasNot] = [...answers].sort((a, b) => Number(b.ok) - Number(a.ok))
    expect(has).toMatchObject({ ok: true, value: { sha256: sha256Of(picture) } })
    expect(['upload-not-found', 'record-id-taken']).toContain(hasNot?.ok === false && hasNot.failure)
    expect(sha256Of(await stage.bytesOf(photo.recordId))).toBe(stage.kept(photo.recordId)?.sha256)
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
    const photo = stage.upload(bytes())
    expect(await stage.attach('chen', { ...photo, tiedTo: event })).toEqual({ ok: false, failure })
    expect(stage.kept(photo.recordId)).toBeUndefined()
  })

  test('visits and disputes take no photo', async () => {
    const photo = stage.upload(png(10, 10))
    expect(await stage.attach('chen', { ...photo, tiedTo: { what: 'entry', entryId: 'the-visits' } })).toEqual({ ok: false, failure: 'no-photos-here' })
  })

  test('no file but the own upload is read or dropped', async () => {
    const other = stage.world.cloud.upload('reports/2026-11.docx', png(10, 10))
    const photo = stage.upload(png(10, 10))
    expect(await stage.attach('chen', { ...photo, fileId: other, tiedTo: event })).toEqual({ ok: false, failure: 'upload-not-found' })
    const elsewhere = photo.fileId.replace(photo.recordId, 'photo-record-9999')
    expect(await stage.attach('chen', { ...photo, fileId: elsewhere, tiedTo: event })).toEqual({ ok: false, failure: 'upload-not-found' })
  })

  test('only who serves the unit attaches', async () => {
    const photo = stage.upload(png(10, 10))
    expect(await stage.attach('zhang', { ...photo, tiedTo: event })).toMatchObject({ ok: false, failure: 'not-allowed' })
    expect(await stage.attach('zhou', { ...photo, tiedTo: event })).toEqual({ ok: false, failure: 'event-not-found' })
    expect(await stage.attach('zhou', { ...photo, tiedTo: entry })).toEqual({ ok: false, failure: 'entry-not-found' })
    expect(await stage.attach('he', { ...photo, tiedTo: { what: 'event', eventId: 'no-such-event' } })).toEqual({ ok: false, failure: 'event-not-found' })
    expect(stage.kept(photo.recordId)).toBeUndefined()
    expect(await stage.attach('he', { ...photo, tiedTo: entry })).toMatchObject({ ok: true })
  })
})

describe('looking', () => {
  test('the photos of an entry open at an address that expires', async () => {
    const answer = await stage.world.call('lin', listPhotos, { of: entry })
    if (!answer.ok) throw new Error(answer.failure)
    const first = answer.value.photos[0]!
    expect(first).toMatchObject({ width: 1600, height: 1200, source: 'in-app', takenAt: now })
    expect((await fetch(first.url)).status).toBe(200)
    stage.world.cloud.clock.advance(11 * 60_000)
    expect((await fetch(first.url)).status).toBe(403)
  })

  test('the time of a photo is the community\'s, also where the phone was a day ahead; what an album picture claims stands', async () => {
    const ahead = { takenAt: '2026-11-28T10:20:00.000Z', offsetMs: 86_400_000 }
    const [shot, chosen] = [stage.upload(jpeg(16, 9)), stage.upload(jpeg(9, 16))]
    expect(await stage.attach('chen', { ...shot, tiedTo: entry, ...ahead, source: 'in-app' })).toMatchObject({ ok: true })
    expect(await stage.attach('chen', { ...chosen, tiedTo: entry, ...ahead, source: 'album' })).toMatchObject({ ok: true })
    const answer = await stage.world.call('lin', listPhotos, { of: entry })
    const takenAt = (id: string) => answer.ok && answer.value.photos.find(({ photoId }) => photoId === id)?.takenAt
    expect([takenAt(shot.recordId), takenAt(chosen.recordId)]).toEqual(['2026-11-27T10:20:00.000Z', '2026-11-28T10:20:00.000Z'])
  })

  test('photos of a draft are for admins of the unit alone, also once the draft is called off', async () => {
    for (const id of ['the-draft', 'a-draft-called-off']) {
      const draft = { what: 'event', eventId: id } as const
      expect(await stage.world.call('chen', listPhotos, { of: draft })).toEqual({ ok: false, failure: 'event-not-found' })
      expect(await stage.attach('chen', { ...stage.upload(png(10, 10)), tiedTo: draft })).toEqual({ ok: false, failure: 'event-not-found' })
      expect(await stage.attach('lin', { ...stage.upload(png(10, 10)), tiedTo: draft })).toMatchObject({ ok: true })
      expect(await stage.world.call('lin', listPhotos, { of: draft })).toMatchObject({ ok: true, value: { photos: [{ width: 10 }] } })
    }
    expect(await stage.world.call('chen', listPhotos, { of: { what: 'event', eventId: 'called-off' } })).toEqual({ ok: true, value: { photos: [] } })
  })

  test('neighbours and residents see none', async () => {
    expect(await stage.world.call('zhou', listPhotos, { of: entry })).toEqual({ ok: false, failure: 'entry-not-found' })
    expect(await stage.world.call('zhou', listPhotos, { of: event })).toEqual({ ok: false, failure: 'event-not-found' })
    expect(await stage.world.call('zhang', listPhotos, { of: event })).toMatchObject({ ok: false, failure: 'not-allowed' })
  })
})
