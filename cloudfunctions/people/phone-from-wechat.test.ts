import { afterAll, beforeAll, expect, test } from 'vitest'
import { phoneFromWechat } from '../../contract/people/phone-from-wechat'
import { failureOf, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

test('a code of the button is a number, once; nothing of it is kept', async () => {
  const code = world.cloud.phoneCode('openid-zhang', '13912345678')
  expect(valueOf(await world.call('zhang', phoneFromWechat, { code }))).toEqual({ phone: '13912345678' })
  expect(failureOf(await world.call('zhang', phoneFromWechat, { code }))).toBe('code-over')
  for (const name of ['people', 'answers', 'registrations']) expect(JSON.stringify(world.cloud.db.find(name))).not.toContain('13912345678')
})

test.each(['made-up', ''])('%j is no code', async (code) => {
  expect(failureOf(await world.call('zhang', phoneFromWechat, { code }))).toBe(code === '' ? 'bad-input' : 'code-over')
})
