/** A photo that everybody may see: wanted by an admin, looked at by WeChat, and never before. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPhotos } from '../../contract/evidence/list'
import { makePhotoPublic } from '../../contract/evidence/make-public'
import { publicPhotos } from '../../contract/evidence/public'
import { pastEvents } from '../../contract/events/past'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'
import { greyJpeg, sendPhoto } from '../../tests/photo'
import { eventRecord } from '../_shared/records/events'
import { unitsOfTheWorld } from '../../emulator/world/units'

let world: Evening
let eventId = ''
beforeAll(async () => {
  world = await openEvening()
  eventId = await world.publish()
})
afterAll(() => world.stop())

function photo(of = eventId): Promise<string> {
  const recordId = newRecordId()
  return sendPhoto(world, 'chen', { what: 'event', eventId: of }, { recordId, bytes: greyJpeg(160, 120, recordId) })
}
const ask = (photoId: string, isPublic = true, who: 'lin' | 'chen' | 'zhou' = 'lin', of = eventId) => world.call(who, makePhotoPublic, { eventId: of, photoId, public: isPublic, noChildSeen: isPublic })
const seen = async () => valueOf(await world.call('zhang', publicPhotos, { eventId })).photos
const isSeen = async (photoId: string) => (await seen()).some((one) => one.photoId === photoId)
const shownToStaff = async (photoId: string) => valueOf(await world.call('chen', listPhotos, { of: { what: 'event', eventId } })).photos.find((one) => one.photoId === photoId)?.shown
const auditedOf = (photoId: string) => world.cloud.db.find('audit', { about: photoId }).map(({ action, by, facts }) => ({ action, by, facts }))
const kept = (photoId: string) => world.cloud.db.find('photos', { _id: photoId })[0] as { asked: { traceId: string } | null }

test('a kept photo is nobody\'s but the staff\'s; once WeChat finds it fine, everybody can open it', async () => {
  const id = await photo()
  expect(await isSeen(id)).toBe(false)
  expect(valueOf(await ask(id))).toEqual({ state: 'checking' })
  expect(valueOf(await ask(id))).toEqual({ state: 'checking' })
  expect(await isSeen(id)).toBe(false)
  await world.cloud.deliverPushes('pass')
  expect(await isSeen(id)).toBe(true)
  expect(valueOf(await ask(id))).toEqual({ state: 'public' })
  expect((await fetch((await seen())[0]?.url ?? '')).status).toBe(200)
  expect(world.cloud.outbox().filter(({ api }) => api === 'security.mediaCheckAsync')).toHaveLength(1)
  expect(valueOf(await ask(id, false))).toEqual({ state: 'private' })
  expect(await isSeen(id)).toBe(false)
})

test.each(['risky', 'review'] as const)('what WeChat calls %s is shown to nobody, and not asked about again', async (finding) => {
  const id = await photo()
  valueOf(await ask(id))
  await world.cloud.deliverPushes(finding)
  expect(await isSeen(id)).toBe(false)
  expect(failureOf(await ask(id))).toBe('not-fit-to-show')
  valueOf(await ask(id, false))
  expect(failureOf(await ask(id))).toBe('not-fit-to-show')
})

test('taken back while WeChat still looks, its answer shows it to nobody', async () => {
  const id = await photo()
  valueOf(await ask(id))
  valueOf(await ask(id, false))
  await world.cloud.deliverPushes('pass')
  expect(await isSeen(id)).toBe(false)
})

test('a client cannot say what only WeChat says', async () => {
  const id = await photo()
  valueOf(await ask(id))
  const said = { Event: 'wxa_media_check', MsgType: 'event', trace_id: kept(id).asked?.traceId, errcode: 0, result: { suggest: 'pass', label: 100 } }
  expect(await world.cloud.invoke('evidence', { openid: 'o-burglar', data: said })).toMatchObject({ ok: false, failure: 'not-allowed' })
  expect(await isSeen(id)).toBe(false)
  await world.cloud.deliverPushes('lost')
})

test('an answer that never comes: asked anew after half an hour, not before', async () => {
  const id = await photo()
  const asked = () => world.cloud.outbox().filter(({ api }) => api === 'security.mediaCheckAsync').length
  valueOf(await ask(id))
  await world.cloud.deliverPushes('lost')
  const before = asked()
  world.cloud.clock.set(new Date(world.cloud.clock.now() + 29 * 60_000).toISOString())
  expect([valueOf(await ask(id)).state, asked()]).toEqual(['checking', before])
  world.cloud.clock.set(new Date(world.cloud.clock.now() + 2 * 60_000).toISOString())
  expect([valueOf(await ask(id)).state, asked()]).toEqual(['checking', before + 1])
  await world.cloud.deliverPushes('pass')
  expect(await isSeen(id)).toBe(true)
})

test('for admins of the host alone, and only photos of that event', async () => {
  const id = await photo()
  expect(failureOf(await ask(id, true, 'chen'))).toBe('not-allowed')
  expect(failureOf(await ask(id, true, 'zhou'))).toBe('not-allowed')
  expect(failureOf(await ask('nothing', true))).toBe('no-such-photo')
  expect(failureOf(await ask(id, true, 'lin', await world.publish()))).toBe('no-such-photo')
  expect(failureOf(await world.call('zhang', publicPhotos, { eventId: await world.plan() }))).toBe('event-not-found')
})

test('nothing is shown, and WeChat not asked, before somebody says that no child\'s face can be seen; the audit keeps who said so', async () => {
  const id = await photo()
  const asked = () => world.cloud.outbox().filter(({ api }) => api === 'security.mediaCheckAsync').length
  const before = asked()
  expect(failureOf(await world.call('lin', makePhotoPublic, { eventId, photoId: id, public: true }))).toBe('children-not-ruled-out')
  expect([asked(), auditedOf(id), await shownToStaff(id)]).toEqual([before, [], 'private'])
  valueOf(await ask(id))
  valueOf(await ask(id))
  valueOf(await ask(id, false))
  valueOf(await ask(id, false))
  expect(auditedOf(id)).toEqual([
    { action: 'evidence/make-public', by: 'p-lin', facts: { public: true, noChildSeen: true, eventId } },
    { action: 'evidence/make-public', by: 'p-lin', facts: { public: false, eventId } },
  ])
})

test('the staff see how far each photo has come', async () => {
  const id = await photo()
  const seenByStaff = [await shownToStaff(id)]
  valueOf(await ask(id))
  seenByStaff.push(await shownToStaff(id))
  await world.cloud.deliverPushes('pass')
  seenByStaff.push(await shownToStaff(id))
  valueOf(await ask(id, false))
  valueOf(await ask(id))
  await world.cloud.deliverPushes('lost')
  world.cloud.clock.advance(31 * 60_000)
  seenByStaff.push(await shownToStaff(id))
  valueOf(await ask(id))
  await world.cloud.deliverPushes('risky')
  seenByStaff.push(await shownToStaff(id))
  expect(seenByStaff).toEqual(['private', 'checking', 'public', 'unanswered', 'refused'])
})

test('an admin whose right was withdrawn shows nothing and takes nothing back, also while the copy of the right still says otherwise', async () => {
  const [hidden, shown] = [await photo(), await photo()]
  valueOf(await ask(shown))
  await world.cloud.deliverPushes('pass')
  const held = world.cloud.db.find('grants', { _id: 'yuyin' })[0]?.held as object
  world.cloud.db.update('grants', { _id: 'yuyin' }, { $set: { held: {} } })
  try {
    expect(failureOf(await ask(hidden))).toBe('event-not-found')
    expect(failureOf(await ask(shown, false))).toBe('event-not-found')
    await world.cloud.deliverPushes('pass')
    expect([await isSeen(hidden), await isSeen(shown)]).toEqual([false, true])
  } finally {
    world.cloud.db.update('grants', { _id: 'yuyin' }, { $set: { held } })
  }
})

test('what has been says how many photos everybody may see', async () => {
  const was = eventRecord(unitsOfTheWorld().yuyin, { id: 'walk-was', kind: 'recreation', title: '散步', placeName: '公园', organisers: [], programme: [], partyLimit: 6, countOnly: true, sessions: [session(-3)] }, { by: 'p-lin', at: '2026-11-01T00:00:00.000Z' })
  world.cloud.db.insertMany('events', [{ ...was, status: 'published' }])
  const photosOfWalk = async () => valueOf(await world.call('zhang', pastEvents, {})).events.find(({ id }) => id === 'walk-was')?.photos
  expect(await photosOfWalk()).toBe(0)
  const ids = [await photo('walk-was'), await photo('walk-was'), await photo('walk-was')]
  for (const id of ids.slice(1)) valueOf(await ask(id, true, 'lin', 'walk-was'))
  await world.cloud.deliverPushes('pass')
  expect(await photosOfWalk()).toBe(2)
})
