/** 称呼 and 楼号 as people type them: judged by WeChat when written, kept by who said them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addFace } from '../../contract/people/add-face'
import { callMe } from '../../contract/people/call-me'
import { chooseCommunity } from '../../contract/people/choose-community'
import { whoAmI } from '../../contract/people/who-am-i'
import { register } from '../../contract/registrations/register'
import { failureOf, newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const bad = '违规测试词'
const face = (more = {}) => ({ callName: '王奶奶', building: '2号楼', ...more })

test('what somebody wants to be called is known from then on, and a building left out is none', async () => {
  valueOf(await world.call('zhang', callMe, { callName: '张阿姨', building: '3号楼' }))
  expect(valueOf(await world.call('zhang', whoAmI, {}))).toMatchObject({ callName: '张阿姨', building: '3号楼' })
  valueOf(await world.call('zhang', callMe, { callName: '张大姐' }))
  expect(valueOf(await world.call('zhang', whoAmI, {}))).toMatchObject({ callName: '张大姐', building: null })
})

test('who has chosen no community yet adds nobody', async () => {
  expect(failureOf(await world.callAs('openid-new', addFace, face()))).toBe('choose-community-first')
  valueOf(await world.callAs('openid-new', chooseCommunity, { communityId: 'yuyin' }))
  expect((await world.callAs('openid-new', addFace, face())).ok).toBe(true)
})

test('words that WeChat holds for 违规 are refused and stand nowhere; a text answer too', async () => {
  const question = { id: 'q1' as const, text: '想听哪一段', kind: 'text' as const, required: false }
  const eventId = await world.publish({ questions: [question] })
  const wish = (more: object) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '李叔', ...more })
  const refused = [
    await world.call('li', callMe, { callName: bad }),
    await world.call('li', addFace, face({ building: bad })),
    await world.call('li', register, wish({ callName: bad })),
    await world.call('li', register, wish({ building: bad })),
    await world.call('li', register, wish({ answers: { q1: bad } })),
  ]
  expect(refused.map(failureOf)).toEqual(Array(5).fill('words-refused'))
  for (const name of ['people', 'answers', 'registrations', 'seat-books']) expect(JSON.stringify(world.cloud.db.find(name))).not.toContain(bad)
  expect((await world.call('li', register, wish({ answers: { q1: '女驸马' } }))).ok).toBe(true)
})
