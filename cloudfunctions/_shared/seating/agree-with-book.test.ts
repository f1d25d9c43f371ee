/** Another device changed the book while a registration document was being written: the document follows the book. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelRegistration } from '../../../contract/registrations/cancel'
import { register } from '../../../contract/registrations/register'
import { newRecordId, openEvening, valueOf, type Evening } from '../../../tests/functions/community-evening'

let world: Evening
let agree: typeof import('./agree-with-book').agreeWithBook
const now = '2026-11-27T10:21:00.000Z'

beforeAll(async () => {
  world = await openEvening()
  // Inside this process, to hold a view of the book that is out of date.
  Object.assign(process.env, world.cloud.env())
  agree = (await import('./agree-with-book')).agreeWithBook
})
afterAll(() => world.stop())

async function registered(): Promise<{ eventId: string; personKey: string }> {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 2, callName: '张阿姨' }))
  return { eventId, personKey: 'p-zhang' }
}
const stale = { n: 1, children: 0, sessions: ['s1'], at: '2026-11-27T10:19:00.000Z', recordId: newRecordId(), by: 'p-zhang', callName: '张大姐', building: null, said: null }

test('a party that is out of date gives way to the one in the book', async () => {
  const { eventId, personKey } = await registered()
  expect(await agree(eventId, personKey, stale, now)).toMatchObject({ status: 'confirmed', partySize: 2, callName: '张阿姨' })
})

test('a cancelling that was overtaken by a new registration leaves it confirmed', async () => {
  const who = await registered()
  expect(await agree(who.eventId, who.personKey, null, now)).toMatchObject({ status: 'confirmed', partySize: 2 })
  expect(world.cloud.db.find('registrations', { eventId: who.eventId })).toMatchObject([{ status: 'confirmed', partySize: 2 }])
})

test('a registration that was overtaken by its cancelling ends cancelled', async () => {
  const who = await registered()
  valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', who.eventId)))
  expect(await agree(who.eventId, who.personKey, stale, now)).toMatchObject({ status: 'cancelled' })
})
