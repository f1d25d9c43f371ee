/** An upload on its way to a photo: broken off, swept, and what the phone hashed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachPhoto } from '../../contract/evidence/attach'
import { beginPhoto } from '../../contract/evidence/begin'
import { listPhotos } from '../../contract/evidence/list'
import { event, jpeg, openEvidence } from '../../tests/functions/evidence-stage'
import { sha256Of } from '../../tests/photo'

let stage: Awaited<ReturnType<typeof openEvidence>>
beforeAll(async () => { stage = await openEvidence() })
afterAll(() => stage.stop())

describe('broken off after it was written down', () => {
  async function brokenOff() {
    const photo = { ...stage.upload(jpeg(800, 600)), tiedTo: event }
    const { recordId, sha256, tiedTo } = photo
    await stage.world.call('chen', beginPhoto, { recordId, sha256, tiedTo })
    const armed = stage.world.cloud.faults.arm({ functionName: 'evidence', operation: 6, fault: 'cut-off', moment: 'after' })
    expect(await stage.world.call('chen', attachPhoto, photo)).toMatchObject({ ok: false, failure: 'internal' })
    stage.world.cloud.faults.disarm()
    expect(armed.struck).toBe('database.insertDocument')
    return photo
  }
  const sweep = () => stage.world.cloud.invoke('evidence', { source: 'timer' })
  const seen = async (photoId: string) => {
    const answer = await stage.world.call('lin', listPhotos, { of: event })
    return answer.ok && answer.value.photos.some((photo) => photo.photoId === photoId)
  }

  test('nobody sees it until the sweep has kept its bytes and dropped the upload', async () => {
    const photo = await brokenOff()
    expect(await seen(photo.recordId)).toBe(false)
    await sweep()
    expect(await seen(photo.recordId)).toBe(true)
    expect(sha256Of(await stage.bytesOf(photo.recordId))).toBe(stage.kept(photo.recordId)?.sha256)
    expect(await stage.attach('chen', photo)).toMatchObject({ ok: true })
  })

  test('an upload that is another picture by now is not taken for it', async () => {
    const photo = await brokenOff()
    stage.world.cloud.upload(`incoming/${photo.recordId}.jpg`, jpeg(400, 300))
    await sweep()
    expect(await seen(photo.recordId)).toBe(false)
    expect(await stage.attach('chen', photo)).toMatchObject({ ok: false, failure: 'broken-upload' })
  })

  test('an upload that its owner took away is no photo', async () => {
    const photo = await brokenOff()
    stage.takeAway(photo.recordId)
    await sweep()
    expect(await seen(photo.recordId)).toBe(false)
    expect(await stage.attach('chen', photo)).toEqual({ ok: false, failure: 'upload-not-found' })
  })
})

describe('what the phone hashed', () => {
  const whole = jpeg(1200, 900)
  test.each<[string, () => Uint8Array]>([
    ['cut off on the way', () => whole.subarray(0, whole.length - 3)], ['nothing at all', () => Buffer.alloc(0)],
    ['the page of a café', () => Buffer.from('<html>登录</html>')], ['another picture', () => jpeg(1200, 900)],
  ])('%s is a broken upload, nothing is kept, and the whole one sent again is', async (_, arrived) => {
    const photo = { ...stage.upload(whole), tiedTo: event }
    stage.world.cloud.upload(`incoming/${photo.recordId}.jpg`, arrived())
    expect(await stage.attach('chen', photo)).toMatchObject({ ok: false, failure: 'broken-upload' })
    expect(stage.kept(photo.recordId)).toBeUndefined()
    stage.world.cloud.upload(`incoming/${photo.recordId}.jpg`, whole)
    expect(await stage.attach('chen', photo)).toMatchObject({ ok: true, value: { recordId: photo.recordId, sha256: sha256Of(whole) } })
  })

  test('a photo that nobody made small is refused', async () => {
    expect(await stage.attach('chen', { ...stage.upload(jpeg(1601, 1200)), tiedTo: event })).toMatchObject({ ok: false, failure: 'photo-too-large' })
  })
})

describe('uploads', () => {
  const sweep = () => stage.world.cloud.invoke('evidence', { source: 'timer' })
  const announced = (recordId: string) => stage.world.cloud.db.count('uploads', { _id: recordId })

  test('one that was never attached is dropped a day after it was announced, and not before', async () => {
    const photo = { ...stage.upload(jpeg(20, 20)), tiedTo: event }
    await stage.elsewhere('chen', photo, event)
    stage.world.cloud.clock.advance(23 * 3_600_000)
    await sweep()
    expect([announced(photo.recordId), await stage.isStored(photo.fileId)]).toEqual([1, true])
    stage.world.cloud.clock.advance(2 * 3_600_000)
    await sweep()
    expect([announced(photo.recordId), await stage.isStored(photo.fileId)]).toEqual([0, false])
    expect(await stage.world.call('chen', attachPhoto, photo)).toMatchObject({ ok: false, failure: 'upload-not-found' })
    stage.world.cloud.upload(`incoming/${photo.recordId}.jpg`, jpeg(20, 20))
  })

  test('announced again it has its day anew, and what was attached leaves nothing behind', async () => {
    const bytes = jpeg(21, 20)
    const photo = { ...stage.upload(bytes), tiedTo: event }
    await stage.elsewhere('chen', photo, event)
    stage.world.cloud.clock.advance(23 * 3_600_000)
    await stage.elsewhere('chen', photo, event)
    stage.world.cloud.clock.advance(2 * 3_600_000)
    await sweep()
    expect(await stage.world.call('chen', attachPhoto, photo)).toMatchObject({ ok: true })
    expect([announced(photo.recordId), await stage.isStored(photo.fileId)]).toEqual([0, false])
  })

  test('one that nobody announced is attached by nobody', async () => {
    expect(await stage.world.call('chen', attachPhoto, { ...stage.upload(jpeg(22, 20)), tiedTo: event })).toMatchObject({ ok: false, failure: 'upload-not-found' })
  })
})
