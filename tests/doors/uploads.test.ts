/** Uploads are the one thing that clients write themselves: each its own, under incoming/, and read by nobody. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachPhoto } from '../../contract/evidence/attach'
import { beginPhoto } from '../../contract/evidence/begin'
import { importUnits } from '../../contract/units/import'
import { openidOf, type CastId } from '../../emulator/world/cast'
import { newRecordId, openEvening, valueOf } from '../functions/community-evening'
import { greyJpeg, sha256Of } from '../photo'
import { openHouse, tried, type House } from './house'

let house: House
let eventId: string
beforeAll(async () => {
  house = await openHouse()
  eventId = await house.publish()
})
afterAll(() => house.stop())

const phone = (who: CastId) => house.cloud.client(openidOf(who))
async function uploadOf(who: CastId): Promise<{ recordId: string; fileId: string }> {
  const recordId = newRecordId()
  await house.call(who, beginPhoto, { recordId, sha256: sha256Of(greyJpeg(160, 120, recordId)), tiedTo: { what: 'event', eventId } })
  return { recordId, fileId: (await phone(who).uploadFile({ cloudPath: `incoming/${recordId}.jpg`, fileContent: greyJpeg(160, 120, recordId) })).fileID }
}
const attach = (who: CastId, recordId: string, fileId: string, mark = recordId) => house.call(who, attachPhoto, { recordId, fileId, sha256: sha256Of(greyJpeg(160, 120, mark)), tiedTo: { what: 'event', eventId }, source: 'in-app', takenAt: null, offsetMs: 0 })
const others: readonly CastId[] = ['zhang', 'zhou', 'he']

test("another's upload is not overwritten, deleted or read, with its very path", async () => {
  const { recordId, fileId } = await uploadOf('chen')
  const before = house.everything()
  for (const who of others) {
    expect(await tried(phone(who).uploadFile({ cloudPath: `incoming/${recordId}.jpg`, fileContent: greyJpeg(160, 120, 'of a burglar') }))).toBeNull()
    expect(await tried(phone(who).downloadFile({ fileID: fileId }))).toBeNull()
    expect((await phone(who).getTempFileURL({ fileList: [fileId] })).fileList[0]?.tempFileURL).toBe('')
    expect((await phone(who).deleteFile({ fileList: [fileId] })).fileList[0]?.status).not.toBe(0)
  }
  expect(house.everything() === before).toBe(true)
  expect(await attach('chen', recordId, fileId)).toMatchObject({ ok: true })
})

test("another's upload, and any other file of the cloud, is not attached under an id of one's own", async () => {
  const theirs = await uploadOf('chen')
  const kept = await uploadOf('chen')
  valueOf(await attach('chen', kept.recordId, kept.fileId))
  const keptFile = String(house.cloud.db.find('photos', { _id: kept.recordId })[0]?.['fileId'])
  const before = house.everything()
  const bucket = theirs.fileId.slice(0, theirs.fileId.indexOf('incoming/'))
  for (const fileId of [theirs.fileId, keptFile, `${bucket}incoming/../${keptFile.slice(bucket.length)}`, `cloud://elsewhere.bucket/incoming/${theirs.recordId}.jpg`, 'cloud://local-env.local-bucket/../world.json']) {
    expect(await attach('he', newRecordId(), fileId), fileId).toMatchObject({ ok: false, failure: 'upload-not-found' })
    expect(await house.call('he', importUnits, { recordId: newRecordId(), under: 'hewan', fileId, what: 'import' }), fileId).toMatchObject({ ok: false, failure: 'upload-not-found' })
  }
  expect(house.everything() === before).toBe(true)
})

test("another's upload is not attached by who knows its very id and hash, before its owner does and after", async () => {
  const theirs = await uploadOf('chen')
  const before = house.everything()
  const sha256 = sha256Of(greyJpeg(160, 120, theirs.recordId))
  expect(await house.call('lin', beginPhoto, { recordId: theirs.recordId, sha256, tiedTo: { what: 'event', eventId } })).toMatchObject({ ok: false, failure: 'record-id-taken' })
  expect(await attach('lin', theirs.recordId, theirs.fileId)).toMatchObject({ ok: false, failure: 'upload-not-found' })
  expect(house.everything() === before).toBe(true)
  expect(await attach('chen', theirs.recordId, theirs.fileId)).toMatchObject({ ok: true })
  expect(await attach('lin', theirs.recordId, theirs.fileId)).toMatchObject({ ok: false, failure: 'record-id-taken' })
})

test('a resident attaches nothing, not even their own upload', async () => {
  const own = await uploadOf('zhang')
  const before = house.everything()
  expect(await attach('zhang', own.recordId, own.fileId)).toMatchObject({ ok: false, failure: 'not-allowed' })
  expect(house.everything() === before).toBe(true)
})

test('a kept photo stays as it is: no path, no repeat and no id replaces or shows it', async () => {
  const { recordId, fileId } = await uploadOf('chen')
  valueOf(await attach('chen', recordId, fileId))
  const keptFile = String(house.cloud.db.find('photos', { _id: recordId })[0]?.['fileId'])
  const keptPath = keptFile.slice(keptFile.indexOf('bucket/') + 'bucket/'.length)
  expect(keptPath.startsWith('incoming/')).toBe(false)
  for (const who of [...others, 'chen'] satisfies CastId[]) {
    const before = house.everything()
    expect(await tried(phone(who).uploadFile({ cloudPath: keptPath, fileContent: greyJpeg(160, 120, 'another') }))).toBeNull()
    expect(await tried(phone(who).downloadFile({ fileID: keptFile }))).toBeNull()
    expect((await phone(who).deleteFile({ fileList: [keptFile] })).fileList[0]?.status).not.toBe(0)
    expect(house.everything() === before).toBe(true)
  }
  // The upload is gone, so its path is free: what is put there now replaces nothing.
  const again = (await phone('he').uploadFile({ cloudPath: `incoming/${recordId}.jpg`, fileContent: greyJpeg(160, 120, 'another') })).fileID
  const before = house.everything()
  for (const who of ['he', 'chen'] satisfies CastId[]) expect(await attach(who, recordId, again, 'another')).toMatchObject({ ok: false, failure: 'record-id-taken' })
  expect(house.everything() === before).toBe(true)
})

test('with open storage rules the same burglar reads and overwrites', async () => {
  const open = await openEvening({ cloud: { accessRules: { storage: { read: true, write: true }, collections: {} } } })
  const fileID = open.cloud.upload('evidence/kept.jpg', Buffer.from('kept'))
  const burglar = open.cloud.client(openidOf('zhang'))
  await burglar.uploadFile({ cloudPath: 'evidence/kept.jpg', fileContent: Buffer.from('changed') })
  expect((await burglar.downloadFile({ fileID })).fileContent.toString()).toBe('changed')
  await open.stop()
})
