/** Whoever comes in by a link from the group is told there what changed, and may put it away; all of it can be read again from 我的. */
import { expect, test } from 'vitest'
import { liveIn } from '../easy/lived-in'
import { openWeappJourney } from '../weapp/journey'

const journey = openWeappJourney('event-day')

test('what WeChat did not carry stands on an event from the group and on 我的, until it was seen', async () => {
  await liveIn(journey.world)
  const phone = journey.phoneOf('zhang')
  phone.open('/pages/resident/event/index?id=opera-evening')
  await phone.sees('图书室那天停电，改到下个星期')
  phone.open('/pages/resident/mine/index')
  await phone.sees('图书室那天停电，改到下个星期')
  await phone.tap('知道了')
  await phone.until(() => !phone.words.includes('知道了'), 'nothing left to see')
  phone.open('/pages/resident/event/index?id=opera-evening')
  await phone.sees('我要报名')
  await phone.rests()
  expect(phone.words).not.toContain('图书室那天停电')
  phone.open('/pages/resident/mine/index')
  await phone.sees('要去的')
  await phone.tap('所有通知')
  await phone.sees('图书室那天停电，改到下个星期')
  expect(phone.problems).toEqual([])
}, 60_000)
