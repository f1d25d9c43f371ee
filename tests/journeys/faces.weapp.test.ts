/** 熟面孔 at a door without signal, on the real weapp build: chosen from the book or met there, killed in between, taken back and met again; with signal each is one person, once. */
import { expect, test } from 'vitest'
import { roster } from '../../contract/attendance/roster'
import { addFace } from '../../contract/people/add-face'
import { valueOf } from '../functions/community-evening'
import { leftOn } from '../weapp/left-on-phone'
import { openWeappJourney, waitingOn } from '../weapp/journey'
import type { Phone } from '../weapp/phone'

const sessionId = 'opera-evening-s1'
const journey = openWeappJourney('event-day')

/** On the same phone as `after`, which was killed. */
const worker = (after?: Phone) => journey.phoneOf('chen', after)
const waiting = (phone: Phone) => waitingOn(phone).length
const room = async () => valueOf(await journey.world.call('chen', roster, { sessionId })).room

async function toFaces(phone: Phone) {
  await phone.tap('现场登记')
  await phone.tap('常来的邻居？从熟面孔里选')
}
async function meet(phone: Phone) {
  await phone.tap('添一位熟面孔')
  await phone.type('称呼', '卫奶奶')
  await phone.type('楼号（可以不填）', '6号楼')
  await phone.rests()
  await phone.tap('记下并签到')
}

test('a known one and a new one, without signal', async () => {
  const { personKey: known } = valueOf(await journey.world.call('li', addFace, { callName: '王奶奶', building: '2号楼' }))
  const before = await room()
  let phone = worker()
  phone.open('/pages/grid-worker/today/index')
  await phone.until(() => phone.state.storage.has(`door-book ${sessionId}`), 'the door book on the phone')
  await phone.rests()

  phone.goOn('closed')
  phone = worker(phone)
  phone.open(`/pages/grid-worker/roster/index?id=${sessionId}`)
  await phone.sees('截至')
  await toFaces(phone)
  await phone.sees('没有信号，名单里只有姓和楼号')
  await phone.tap('王奶奶 2号楼，到')
  await meet(phone)
  // Whoever writes the same words once more means her.
  await meet(phone)
  await phone.type('按称呼或楼号找', '卫')
  await phone.sees('卫奶奶')
  await phone.tap('关闭')
  await phone.sees('2 条待上传')
  expect(leftOn(phone.state)).not.toMatch(/奶奶|6号楼/)

  phone = worker(phone)
  phone.open(`/pages/grid-worker/roster/index?id=${sessionId}`)
  await phone.sees('2 条待上传')
  await phone.tap('已到')
  await phone.sees('王奶奶')
  await phone.tap('卫奶奶，点错了，撤销')
  await phone.sees('3 条待上传')
  await toFaces(phone)
  await meet(phone)
  await phone.tap('关闭')
  await phone.sees('4 条待上传')

  phone.goOn('login-page')
  await phone.rests()
  expect(waiting(phone)).toBe(4)
  expect(await room()).toEqual(before)
  phone.goOn('open')
  await phone.until(() => waiting(phone) === 0, 'everything with the community', 30_000)
  const [met] = journey.world.cloud.db.find('faces', { callName: '卫奶奶', building: '6号楼' })
  const { rows, room: after } = valueOf(await journey.world.call('chen', roster, { sessionId }))
  expect(rows.filter(({ partySize, present }) => partySize === 0 && present === 1).map(({ personKey }) => personKey).sort()).toEqual([known, String(met?.['personKey'])].sort())
  expect(after.signedIn).toBe(before.signedIn + 2)
  expect(phone.problems).toEqual([])
  expect(phone.nameless).toEqual([])
}, 120_000)
