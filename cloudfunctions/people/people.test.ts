import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Call } from '../../contract/call'
import { chooseCommunity } from '../../contract/people/choose-community'
import { whoAmI } from '../../contract/people/who-am-i'
import { callFunction, type Sent } from '../../emulator/world/call-function'
import { failureOf, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'
import { matrix } from '../_shared/rules/matrix'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

test('a newcomer gets a key of their own, the same ever after, and it says nothing about their WeChat', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => world.callAs('openid-of-a-newcomer', whoAmI, {})))
  const keys = new Set(answers.map((answer) => valueOf(answer).personKey))
  expect(keys.size).toBe(1)
  expect([...keys][0]).not.toContain('newcomer')
  expect(valueOf(answers[0]!)).toMatchObject({ callName: null, building: null, community: null, roles: [] })
})

test('only who-am-i makes somebody known: any other call of theirs is asked who they are, and leaves nothing behind', async () => {
  const say = <C extends Call>(call: C, input: Sent<C>) => callFunction(world.cloud, 'openid-of-another', call, input)
  const known = () => world.cloud.db.count('openids', { _id: 'openid-of-another' })
  expect(failureOf(await say(chooseCommunity, { communityId: 'yuyin' }))).toBe('who-are-you')
  expect(known()).toBe(0)
  const { personKey } = valueOf(await say(whoAmI, {}))
  valueOf(await say(chooseCommunity, { communityId: 'yuyin' }))
  // Forgotten is forgotten: what follows is somebody new.
  world.cloud.db.remove('openids', { _id: 'openid-of-another' })
  expect(failureOf(await say(chooseCommunity, { communityId: 'yuyin' }))).toBe('who-are-you')
  expect(known()).toBe(0)
  expect(valueOf(await say(whoAmI, {}))).toMatchObject({ community: null })
  expect(valueOf(await say(whoAmI, {})).personKey).not.toBe(personKey)
})

test('a resident may what everybody may, and sees the communities in the tree\'s order', async () => {
  const me = valueOf(await world.call('zhang', whoAmI, {}))
  expect(me.communities.map((unit) => unit.name)).toEqual(['榆荫社区', '柳桥社区'])
  expect(me.may.sort()).toEqual(Object.entries(matrix).flatMap(([call, row]) => (row === 'everyone' ? [call] : [])).sort())
  expect(me.may).toContain('registrations/register')
  expect(me.may).not.toContain('attendance/roster')
})

test('a grid worker and admins see which units their roles cover', async () => {
  const chen = valueOf(await world.call('chen', whoAmI, {}))
  expect(chen.roles).toEqual([{
    role: 'gridWorker', unit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, number: 1,
    covers: ['yuyin', 'yuyin-1', 'yuyin-2', 'yuyin-3'].map((id) => expect.objectContaining({ id }) as unknown),
  }])
  expect(chen.may).toContain('attendance/check-in')
  expect(chen.may).not.toContain('events/create')
  expect(chen.may).not.toContain('registrations/sweep')
  const he = valueOf(await world.call('he', whoAmI, {}))
  expect(he.roles[0]?.covers.map((unit) => unit.id)).toEqual(['hewan', 'yuyin', 'yuyin-1', 'yuyin-2', 'yuyin-3', 'liuqiao', 'liuqiao-1', 'liuqiao-2'])
  expect(he.may).toContain('reports/draft')
})

test('somebody says where they live, again and anew; a street or nothing at all is no community', async () => {
  for (const communityId of ['yuyin', 'yuyin', 'liuqiao']) {
    expect(valueOf(await world.call('li', chooseCommunity, { communityId })).community.id).toBe(communityId)
    expect(valueOf(await world.call('li', whoAmI, {})).community?.id).toBe(communityId)
  }
  for (const communityId of ['hewan', 'yuyin-1', 'nowhere']) expect(failureOf(await world.call('li', chooseCommunity, { communityId }))).toBe('unit-not-found')
  expect(world.cloud.db.find('people', { _id: 'p-li' })).toMatchObject([{ communityId: 'liuqiao' }])
})
