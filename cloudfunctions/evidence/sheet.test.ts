/** A photographed sign-in sheet: for the staff of its host alone, never public, and gone 90 days after the event, its file too. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachPhoto } from '../../contract/evidence/attach'
import { beginPhoto } from '../../contract/evidence/begin'
import { listPhotos } from '../../contract/evidence/list'
import { makePhotoPublic } from '../../contract/evidence/make-public'
import { publicPhotos } from '../../contract/evidence/public'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'
import { greyJpeg, sendPhoto, sha256Of, uploadPhoto } from '../../tests/photo'

let world: Evening
let eventId = ''
let sheet: { what: 'sheet'; sessionId: string }
beforeAll(async () => {
  world = await openEvening()
  eventId = await world.publish({ sessions: [session(0), session(3)] })
  sheet = { what: 'sheet', sessionId: `${eventId}-s1` }
})
afterAll(() => world.stop())

const aPhoto = () => { const recordId = newRecordId(); return { recordId, bytes: greyJpeg(160, 120, recordId) } }
const photo = (tiedTo: Parameters<typeof sendPhoto>[2] = sheet) => sendPhoto(world, 'chen', tiedTo, aPhoto())
const kept = (id: string) => world.cloud.db.find('photos', { _id: id })[0] as { eraseOn: string | null; fileId: string; eventId: string | null } | undefined
const forget = () => world.cloud.invoke('people', { source: 'timer' })

test('the staff of the host see it, at its session and nowhere among the photos of the event', async () => {
  const id = await photo()
  for (const who of ['chen', 'lin'] as const) expect(valueOf(await world.call(who, listPhotos, { of: sheet })).photos.map(({ photoId }) => photoId)).toContain(id)
  expect(valueOf(await world.call('lin', listPhotos, { of: { what: 'event', eventId } })).photos).toEqual([])
  expect(valueOf(await world.call('lin', listPhotos, { of: { what: 'sheet', sessionId: `${eventId}-s2` } })).photos).toEqual([])
  expect(valueOf(await world.call('zhang', publicPhotos, { eventId })).photos).toEqual([])
})

test('neither the street above nor the neighbours see or add one', async () => {
  for (const who of ['he', 'zhou'] as const) {
    expect(failureOf(await world.call(who, listPhotos, { of: sheet }))).toBe('session-not-found')
    expect(failureOf(await world.call(who, beginPhoto, { recordId: newRecordId(), sha256: 'a'.repeat(64), tiedTo: sheet }))).toBe('session-not-found')
  }
  expect(failureOf(await world.call('zhang', listPhotos, { of: sheet }))).toBe('not-allowed')
  const input = await uploadPhoto(world, 'chen', sheet, aPhoto())
  expect(failureOf(await world.call('he', attachPhoto, input))).toBe('session-not-found')
})

test('nobody makes it public', async () => {
  const id = await photo()
  expect(failureOf(await world.call('lin', makePhotoPublic, { eventId, photoId: id, public: true, noChildSeen: true }))).toBe('no-such-photo')
})

test('of a draft, of a session that does not exist, and where nobody is named, there is none', async () => {
  const asked = async (sessionId: string) => failureOf(await world.call('chen', beginPhoto, { recordId: newRecordId(), sha256: 'a'.repeat(64), tiedTo: { what: 'sheet', sessionId } }))
  expect(await asked(`${await world.plan()}-s1`)).toBe('session-not-found')
  expect(await asked(`${eventId}-s9`)).toBe('session-not-found')
  expect(await asked(`${await world.publish({ kind: 'free_clinic', countOnly: true, sessions: [session(0, null)] })}-s1`)).toBe('no-photos-here')
})

test('the same bytes at the event are said, as a sheet', async () => {
  const one = aPhoto()
  await sendPhoto(world, 'chen', sheet, one)
  const begun = valueOf(await world.call('chen', beginPhoto, { recordId: newRecordId(), sha256: sha256Of(one.bytes), tiedTo: { what: 'event', eventId } }))
  expect(begun.elsewhere).toMatchObject({ what: 'sheet', title: '邻里文艺晚会' })
})

test('it goes on the 90th day after the last session, with its file; photos of the event stay', async () => {
  const ids = [await photo(), await photo()]
  const stays = await photo({ what: 'event', eventId })
  expect(ids.map((id) => kept(id)?.eraseOn)).toEqual(['2027-02-28', '2027-02-28'])
  const files = [...ids, stays].map((id) => kept(id)?.fileId ?? '')
  const isStored = async (fileId: string) => ((await (await fetch(`${world.cloud.url}/admin`, { method: 'POST', body: JSON.stringify({ action: 'storage.batchGetDownloadUrl', file_list: [{ fileid: fileId }] }) })).text()).includes('"SUCCESS"'))
  world.cloud.clock.set('2027-02-27T15:59:00.000Z')
  await forget()
  expect(ids.map((id) => kept(id) !== undefined)).toEqual([true, true])
  world.cloud.clock.set('2027-02-27T16:01:00.000Z')
  await forget()
  expect(await Promise.all(files.map(isStored))).toEqual([false, false, true])
  expect([...ids, stays].map((id) => kept(id) !== undefined)).toEqual([false, false, true])
})
