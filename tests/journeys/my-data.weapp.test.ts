/** 我的资料 on the real weapp build: she signs up, sees it, takes it along, and has it all erased. */
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { Phone } from '../weapp/phone'

let world: OpenWorld
let phone: Phone
beforeAll(async () => {
  world = await openWorld({ name: 'event-day' })
  phone = new Phone(path.resolve(__dirname, '../../dist/weapp'), world, 'zhang')
})
afterAll(async () => {
  phone.close()
  await world.stop()
})

test('what is kept is shown, goes into a file, and is gone once she writes the word', async () => {
  phone.open('/pages/resident/event/index?id=opera-evening')
  await phone.tap('我要报名')
  await phone.type('怎么称呼您', '张阿姨')
  await phone.tap('报名')
  await phone.sees('已报名')
  phone.open('/pages/resident/mine/index')
  await phone.tap('我的资料：查看、带走、删除')
  await phone.sees('戏曲晚会')
  await phone.sees('存多久')

  await phone.tap('存成文件带走')
  await phone.sees('文件准备好了')
  expect(phone.state.sent).toHaveLength(1)
  expect(phone.state.sent[0]).toMatchObject({ name: expect.stringMatching(/^邻里-我的资料-.*\.txt$/) as unknown, text: expect.stringContaining('戏曲晚会') as unknown })
  expect([...phone.state.files.keys()].filter((name) => name.endsWith('.txt'))).toEqual([])

  await phone.tap('删除我的资料')
  await phone.sees('您的称呼、楼号、社区、电话')
  await phone.type('写“删除”', '好')
  await phone.tap('删除我的资料', { beside: ['您加的邻居（熟面孔）和替他们报的名也一起取消。请告诉他们，需要的话另请人报名。'] })
  await phone.sees('请写“删除”两个字')
  expect(world.cloud.db.count('openids', { _id: 'openid-zhang' })).toBe(1)
  await phone.type('写“删除”', '删除')
  await phone.tap('删除我的资料', { beside: ['您加的邻居（熟面孔）和替他们报的名也一起取消。请告诉他们，需要的话另请人报名。'] })
  await phone.sees('已经删除')
  await phone.sees('最多再保存 90 天')
  expect(world.cloud.db.count('openids', { _id: 'openid-zhang' })).toBe(0)
  expect(JSON.stringify([...phone.state.storage])).not.toContain('张阿姨')
  expect(phone.problems).toEqual([])

  await phone.tap('看看活动')
  await phone.sees('戏曲晚会')
  expect(world.cloud.db.find('openids', { _id: 'openid-zhang' })[0]?.['personKey']).not.toBe('p-zhang')
}, 60_000)
