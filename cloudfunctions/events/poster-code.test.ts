import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelEvent } from '../../contract/events/cancel'
import { createEvent } from '../../contract/events/create'
import { posterCode } from '../../contract/events/poster-code'
import { failureOf, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const codeOf = async (eventId: string) => valueOf(await world.call('zhang', posterCode, { eventId })).picture
const drawn = () => world.cloud.outbox().filter(({ api }) => api === 'wxacode.getUnlimited')

test('anybody gets the code of a published event; WeChat draws it once, and it is kept', async () => {
  const eventId = await world.publish()
  const first = await codeOf(eventId)
  expect(first).toMatch(/^data:image\/png;base64,[\w+/=]{20,}$/)
  expect([await codeOf(eventId), await codeOf(eventId)]).toEqual([first, first])
  expect(drawn().map(({ data }) => data)).toEqual([{ scene: eventId, page: 'pages/resident/event/index', check_path: false }])
  expect(world.cloud.db.find('poster-codes')).toEqual([{ _id: eventId, picture: first }])
})

test('two who ask at once get the one that is kept', async () => {
  const eventId = await world.publish()
  const both = await Promise.all([codeOf(eventId), codeOf(eventId)])
  expect(new Set([...both, await codeOf(eventId)]).size).toBe(1)
})

test('of a draft, of what was called off and of nothing there is none', async () => {
  const cancelled = await world.publish()
  valueOf(await world.call('lin', cancelEvent, { eventId: cancelled, reason: '下雨' }))
  for (const eventId of [await world.plan(), cancelled, 'nothing']) expect(failureOf(await world.call('zhang', posterCode, { eventId }))).toBe('event-not-found')
})

test('no event has an id that the code could not hold', async () => {
  const plan = (recordId: string) => world.call('lin', createEvent, { recordId, kind: 'gala', title: '晚会', hostUnitId: 'yuyin', placeName: '活动室', sessions: [session(0)] })
  expect(failureOf(await plan('x'.repeat(33)))).toBe('bad-input')
  expect(valueOf(await plan('x'.repeat(32))).eventId).toHaveLength(32)
})
