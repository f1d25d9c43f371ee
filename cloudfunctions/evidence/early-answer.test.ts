/** WeChat may answer before its question's number is kept: between any two operations, and also where one side then breaks off. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makePhotoPublic } from '../../contract/evidence/make-public'
import { publicPhotos } from '../../contract/evidence/public'
import { newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'
import { greyJpeg, sendPhoto } from '../../tests/photo'

let world: Evening
let eventId = ''
beforeAll(async () => {
  world = await openEvening()
  eventId = await world.publish()
})
afterEach(() => {
  world.cloud.faults.latencyMs = 0
  world.cloud.faults.disarm()
  world.cloud.db.remove('findings', {})
})
afterAll(() => world.stop())

function photo(): Promise<string> {
  const recordId = newRecordId()
  return sendPhoto(world, 'chen', { what: 'event', eventId }, { recordId, bytes: greyJpeg(160, 120, recordId) })
}
const ask = (photoId: string) => world.call('lin', makePhotoPublic, { eventId, photoId, public: true, noChildSeen: true })
const isSeen = async (photoId: string) => valueOf(await world.call('zhang', publicPhotos, { eventId })).photos.some((one) => one.photoId === photoId)
const isAsked = (photoId: string) => Boolean((world.cloud.db.find('photos', { _id: photoId })[0] as { asked?: object | null }).asked)
const findings = () => world.cloud.db.count('findings')
const sweep = () => world.cloud.invoke('evidence', { source: 'timer' })
const operations = async () => {
  const id = await photo()
  const sent = world.cloud.faults.listen('evidence')
  valueOf(await ask(id))
  const { length } = sent
  world.cloud.faults.disarm()
  await world.cloud.deliverPushes('lost')
  return length
}

/** Everything that WeChat was asked is answered before the call's operation of that number begins. Tells what the answer met. */
async function askAnsweredBefore(operation: number, photoId: string, finding: 'pass' | 'risky' = 'pass') {
  let seen = 0
  let met = { asked: false, kept: 0 }
  world.cloud.faults.latencyMs = async () => {
    seen += 1
    if (seen !== operation) return 0
    world.cloud.faults.latencyMs = 0
    await world.cloud.deliverPushes(finding)
    met = { asked: isAsked(photoId), kept: findings() }
    return 0
  }
  const answer = await ask(photoId)
  return { ...met, answer }
}

test('whenever it comes, it counts: no half hour of waiting', async () => {
  const early: number[] = []
  for (let operation = 1, last = await operations(); operation <= last; operation += 1) {
    const id = await photo()
    const { asked, kept, answer } = await askAnsweredBefore(operation, id)
    expect(valueOf(answer), `before operation ${operation}`).toEqual({ state: 'checking' })
    if (!asked && kept > 0) early.push(operation)
    await world.cloud.deliverPushes('pass')
    expect([await isSeen(id), findings()], `before operation ${operation}`).toEqual([true, 0])
  }
  expect(early.length).toBeGreaterThan(1)
})

test('an early no is a no', async () => {
  const id = await photo()
  const { kept } = await askAnsweredBefore((await operations()) - 1, id, 'risky')
  expect([kept, await isSeen(id), isAsked(id), findings()]).toEqual([1, false, true, 0])
})

test('the question breaks off before it looks for its answer: the sweep brings them together', async () => {
  const id = await photo()
  const last = await operations()
  const armed = world.cloud.faults.arm({ functionName: 'evidence', operation: last, fault: 'cut-off', moment: 'before' })
  // The push is the younger invocation and ends before it would send as many operations.
  const { kept } = await askAnsweredBefore(last - 1, id)
  expect([armed.struck !== null, kept, isAsked(id), await isSeen(id)]).toEqual([true, 1, true, false])
  await sweep()
  expect([await isSeen(id), findings()]).toEqual([true, 0])
})

test.each([1, 2, 3])('the answer breaks off after its operation %i: the sweep ends it', async (operation) => {
  const id = await photo()
  valueOf(await ask(id))
  world.cloud.faults.arm({ functionName: 'evidence', operation, fault: 'cut-off', moment: 'after' })
  await world.cloud.deliverPushes('pass').catch(() => undefined)
  world.cloud.faults.disarm()
  expect(findings()).toBe(1)
  await sweep()
  world.cloud.clock.advance(10 * 60_000)
  await sweep()
  expect([await isSeen(id), findings()]).toEqual([true, 0])
})

test('an answer to no question shows nothing, and is dropped after ten minutes', async () => {
  const id = await photo()
  valueOf(await ask(id))
  valueOf(await world.call('lin', makePhotoPublic, { eventId, photoId: id, public: false }))
  await world.cloud.deliverPushes('pass')
  await sweep()
  expect([findings(), await isSeen(id)]).toEqual([1, false])
  world.cloud.clock.advance(10 * 60_000)
  await sweep()
  expect([findings(), await isSeen(id)]).toEqual([0, false])
})
