/** What a worker's records cost the database at the door, alone and in a batch, and how much of a roster goes to the screen at once. */
import { resolve } from 'node:path'
import { eventRecord } from '../../cloudfunctions/_shared/records/events'
import { personRecord } from '../../cloudfunctions/_shared/records/people'
import { registrationRecord } from '../../cloudfunctions/_shared/records/registrations'
import { seatBookRecord } from '../../cloudfunctions/_shared/records/seat-books'
import type { Call } from '../../contract/call'
import { checkInSelf } from '../../contract/attendance/check-in-self'
import { venueCode } from '../../contract/attendance/venue-code'
import { addFace } from '../../contract/people/add-face'
import { card } from '../../contract/people/card'
import { mostInBatch, queuedCalls, sendQueue, type QueuedName } from '../../contract/queue/send'
import { entryKey } from '../../contract/registrations/entry-key'
import { openidOf, personKeyOf, type CastId } from '../../emulator/world/cast'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { unitsOfTheWorld } from '../../emulator/world/units'
import { codeShown } from '../../src/stores/code-text'
import { Phone } from '../../tests/weapp/phone'
import { figure, type Bench, type Figure } from '../figures'
import { counted } from '../operations'
import { targets } from '../targets'

/** At the door: the world stands at 18:20 in Shanghai, the session begins at 19:00. */
const now = '2026-11-27T10:20:00.000Z'
const sessionId = 'bench-evening-s1'
const people = 500

let made = 0
const record = (more: object) => ({ recordId: `bench-record-${String((made += 1)).padStart(10, '0')}`, at: now, offsetMs: 0, ...more })
const tap = (personKey: string, present = 2) => record({ sessionId, personKey, present, source: 'tap' })
const walkedIn = () => record({ sessionId, people: 3, callName: '王师傅', source: 'tap' })
const room = () => record({ sessionId, people: 43, softness: 'exact', source: 'tap' })
const banners = () => record({ indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1', note: '小区东门' })

/** An evening for which 500 parties and four of the cast have registered. */
async function openEvening(): Promise<OpenWorld> {
  const world = await openWorld({ name: 'empty', cloud: { env: { LINLI_CALLS_PER_SECOND: '100000' } } })
  const event = eventRecord(unitsOfTheWorld().yuyin, {
    id: 'bench-evening', kind: 'gala', title: '邻里文艺晚会', placeName: '社区活动室', organisers: [], programme: [], partyLimit: 6, countOnly: false,
    sessions: [{ startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:30:00.000Z', capacity: 2000 }],
  }, { by: 'p-lin', at: '2026-11-20T01:00:00.000Z' })
  const keys = [...Array.from({ length: people }, (_, n) => `p-bench-${String(n).padStart(4, '0')}`), ...(['zhang', 'li', 'chen', 'lin'] as const).map(personKeyOf)]
  const seats = (personKey: string, n: number) => ({ n: 2, children: 0, sessions: ['s1'], at: '2026-11-26T01:00:00.000Z', recordId: `bench-wish-${n}`, by: personKey, callName: `${'赵钱孙李周吴郑王'[n % 8]}阿姨`, building: `${1 + (n % 20)}号楼`, said: null })
  const { db } = world.cloud
  db.insertMany('events', [{ ...event, status: 'published', publishedAt: event.createdAt }])
  db.insertMany('seat-books', [{ ...seatBookRecord(event), taken: Object.fromEntries(keys.map((key, n) => [key, seats(key, n)])), parties: keys.length }])
  db.insertMany('registrations', keys.map((key, n) => ({ ...registrationRecord(event._id, key, seats(key, n)) })))
  db.insertMany('people', keys.filter((key) => key.startsWith('p-bench')).map((key) => ({ ...personRecord(key, { callName: '居民', communityId: 'yuyin' }) })))
  return world
}

async function alone(): Promise<Figure[]> {
  const world = await openEvening()
  try {
    const face = await world.call('li', addFace, { callName: '王奶奶', building: '2号楼' })
    const other = await world.call('li', addFace, { callName: '赵大爷', building: '3号楼' })
    if (!face.ok || !other.ok) throw new Error('没有熟面孔')
    const faceKey = face.value.personKey
    const send = async (name: QueuedName, input: object) => (await counted(world, openidOf('chen'), queuedCalls[name] as unknown as Call, input as never)).operations
    const measured: [string, keyof typeof targets.worker, number][] = []
    const note = (what: string, target: keyof typeof targets.worker, operations: number) => measured.push([what, target, operations])

    const first = tap('p-bench-0000')
    note('点名签到', 'checkIn', await send('attendance/check-in', first))
    note('同一次点名再来一遍', 'checkIn', await send('attendance/check-in', first))
    note('另一位网格员又点了同一位', 'checkIn', await send('attendance/check-in', tap('p-bench-0000')))
    note('只到了一位的', 'checkIn', await send('attendance/check-in', tap('p-bench-0001', 1)))
    note('从熟面孔里选的（没报名）', 'checkIn', await send('attendance/check-in', tap(faceKey, 1)))
    const codes = async (who: CastId) => {
      const [entry, onPaper] = await Promise.all([world.call(who, entryKey, { eventId: 'bench-evening' }), world.call(who, card, {})])
      if (!onPaper.ok) throw new Error('没有码卡')
      return { entry: entry.ok && entry.value.sessions[0] ? codeShown(entry.value.sessions[0].code, Date.parse(now)).text : '', card: onPaper.value.code }
    }
    const scan = async (code: string) => send('attendance/check-in-code', record({ sessionId, code }))
    const [zhang, li, zhou] = [await codes('zhang'), await codes('li'), await codes('zhou')]
    note('扫入场码', 'checkIn', await scan(zhang.entry))
    note('再扫码卡（已签到）', 'checkIn', await scan(zhang.card))
    note('扫码卡', 'checkIn', await scan(li.card))
    note('扫码卡（没报名）', 'checkIn', await scan(zhou.card))
    world.cloud.db.update('registrations', { _id: 'bench-evening:p-chen' }, { $set: { status: 'cancelled' } })
    note('取消了又来的', 'checkIn', await send('attendance/check-in', tap(personKeyOf('chen'), 1)))
    const door = await world.call('chen', venueCode, { sessionId })
    if (!door.ok) throw new Error('没有门口码')
    const scanSelf = async (who: CastId) => (await counted(world, openidOf(who), checkInSelf, record({ code: codeShown(door.value.code, Date.parse(now)).text }) as never)).operations
    note('居民扫门口码', 'checkIn', await scanSelf('lin'))
    note('居民扫门口码（没报名）', 'checkIn', await scanSelf('he'))
    note('按纸质签到表录入', 'checkIn', await send('attendance/check-in', record({ sessionId, personKey: 'p-bench-0002', present: 2, source: 'paper' })))
    note('又来的熟面孔，按称呼', 'metAgain', await send('attendance/meet-face', record({ sessionId, callName: '赵大爷', building: '3号楼' })))
    note('又来的熟面孔，已经签到的', 'metAgain', await send('attendance/meet-face', record({ sessionId, callName: '王奶奶', building: '2号楼' })))
    note('第一次来的熟面孔', 'met', await send('attendance/meet-face', record({ sessionId, callName: '卫奶奶', building: '6号楼' })))
    const walk = walkedIn()
    note('现场登记', 'count', await send('attendance/walk-in', walk))
    note('现场清点', 'count', await send('attendance/headcount', room()))
    note('撤销签到', 'undo', await send('attendance/undo', record({ sessionId, of: { what: 'check-in', personKey: 'p-bench-0000', marks: [first.recordId] } })))
    note('撤销现场登记', 'undo', await send('attendance/undo', record({ sessionId, of: { what: 'walk-in', recordId: walk.recordId } })))
    const entry = banners()
    note('记一笔', 'log', await send('work/log', entry))
    note('更正一笔', 'correct', await send('work/correct', record({ entryId: entry.recordId, rev: 1, quantity: 4, softness: 'exact', on: '2026-11-27', reason: '数错了' })))
    return measured.map(([name, target, operations]) => figure(name, '次', [operations], targets.worker[target]))
  } finally {
    await world.stop()
  }
}

/** A whole batch of one kind; what it costs beyond one write a record, and how many reads are among it. */
async function batches(): Promise<Figure[]> {
  const world = await openEvening()
  try {
    const figures: Figure[] = []
    const send = async (what: string, call: QueuedName, inputs: object[], perRecord: number) => {
      const { operations, actions, value } = await counted(world, openidOf('chen'), sendQueue, { records: inputs.map((input) => ({ call, input })) })
      const refused = value.answers.find((answer) => !answer.ok)
      if (refused) throw new Error(`${what}: ${JSON.stringify(refused)}`)
      const reads = actions.filter((action) => action === 'database.getDocument').length
      figures.push(figure(`${inputs.length} 条${what}`, '次', [operations], { below: inputs.length * perRecord + 5, source: '每条一次写入，另加每个集合一次读取' }))
      figures.push(figure(`其中读取，${inputs.length} 条${what}`, '次', [reads], { below: 5, source: '验收要求：所有编号一次读取，每个集合一次' }))
    }
    const inputs = (make: (n: number) => object, size = mostInBatch) => Array.from({ length: size }, (_, n) => make(n))
    const taps = inputs((n) => tap(`p-bench-${String(n).padStart(4, '0')}`))
    await send('点名签到', 'attendance/check-in', taps, 1)
    await send('点名签到再来一遍', 'attendance/check-in', taps, 0)
    await send('已签到的又点一次', 'attendance/check-in', inputs((n) => tap(`p-bench-${String(n).padStart(4, '0')}`)), 1)
    await send('现场登记', 'attendance/walk-in', inputs(walkedIn), 1)
    await send('记一笔', 'work/log', inputs(banners), 1)
    return figures
  } finally {
    await world.stop()
  }
}

/** How long one person takes on the phone: part of the name typed, 到 tapped, until the row says that they are in and lies on the phone. Without the worker's own fingers. */
async function onePerson(): Promise<Figure[]> {
  const world = await openEvening()
  const phone = new Phone(resolve(__dirname, '../../dist/weapp'), world, 'chen')
  try {
    phone.open(`/pages/grid-worker/roster/index?id=${sessionId}`)
    await phone.sees('阿姨')
    await phone.rests()
    const times: number[] = []
    for (const [surname, title] of [['赵', '阿姨'], ['孙', '阿姨'], ['周', '阿姨']] as const) {
      const begun = performance.now()
      await phone.type('按姓、楼号或尾号找', surname)
      await phone.until(() => !phone.words.includes(surname === '赵' ? '钱阿姨' : '赵阿姨'), `${surname} alone`)
      await phone.tap(`${surname}${title}，到`)
      await phone.until(() => phone.words.includes('点错了，撤销'), '已签到')
      times.push((performance.now() - begun) / 1000)
      await phone.rests()
    }
    return [figure(`${people} 户的名单：找到、点到、已签到`, '秒', times, targets.worker.onePerson)]
  } finally {
    phone.close()
    await world.stop()
  }
}

async function rosterOnScreen(): Promise<Figure[]> {
  const world = await openEvening()
  const phone = new Phone(resolve(__dirname, '../../dist/weapp'), world, 'chen')
  try {
    phone.open(`/pages/grid-worker/roster/index?id=${sessionId}`)
    await phone.sees('阿姨')
    await phone.rests()
    if (phone.problems.length > 0) throw new Error(phone.problems.join('\n'))
    const { largestSetData, setDataBytes } = phone.stats
    return [
      figure(`打开 ${people} 户的名单，最大一次 setData`, 'KB', [largestSetData / 1024], targets.worker.rosterKilobytes),
      figure(`打开 ${people} 户的名单，setData 共`, 'KB', [setDataBytes / 1024], targets.worker.rosterKilobytes),
    ]
  } finally {
    phone.close()
    await world.stop()
  }
}

export const bench: Bench = { 单条: alone, 成批: batches, 名单: rosterOnScreen, 一位: onePerson }
