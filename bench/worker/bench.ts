/** What a worker's records cost the database at the door, alone and in a batch, and how much of a roster goes to the screen at once. */
import { resolve } from 'node:path'
import { eventRecord } from '../../cloudfunctions/_shared/records/events'
import { personRecord } from '../../cloudfunctions/_shared/records/people'
import { registrationRecord } from '../../cloudfunctions/_shared/records/registrations'
import { seatBookRecord } from '../../cloudfunctions/_shared/records/seat-books'
import type { Call } from '../../contract/call'
import { card } from '../../contract/people/card'
import { mostInBatch, queuedCalls, sendQueue, type QueuedName } from '../../contract/queue/send'
import { entryKey } from '../../contract/registrations/entry-key'
import { openidOf, personKeyOf } from '../../emulator/world/cast'
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

/** An evening for which 500 parties and 张阿姨 have registered. */
async function openEvening(): Promise<OpenWorld> {
  const world = await openWorld({ name: 'empty', cloud: { env: { LINLI_CALLS_PER_SECOND: '100000' } } })
  const event = eventRecord(unitsOfTheWorld().yuyin, {
    id: 'bench-evening', kind: 'gala', title: '邻里文艺晚会', placeName: '社区活动室', organisers: [], programme: [], partyLimit: 6, countOnly: false,
    sessions: [{ startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:30:00.000Z', capacity: 2000 }],
  }, { by: 'p-lin', at: '2026-11-20T01:00:00.000Z' })
  const keys = [...Array.from({ length: people }, (_, n) => `p-bench-${String(n).padStart(4, '0')}`), personKeyOf('zhang')]
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
    const send = async (name: QueuedName, input: object) => (await counted(world, openidOf('chen'), queuedCalls[name] as unknown as Call, input as never)).operations
    const measured: [string, keyof typeof targets.worker, number][] = []
    const note = (what: string, target: keyof typeof targets.worker, operations: number) => measured.push([what, target, operations])

    const first = tap('p-bench-0000')
    note('点名签到', 'checkIn', await send('attendance/check-in', first))
    note('同一次点名再来一遍', 'repeat', await send('attendance/check-in', first))
    note('另一位网格员又点了同一位', 'again', await send('attendance/check-in', tap('p-bench-0000')))
    const zhang = await Promise.all([world.call('zhang', entryKey, { eventId: 'bench-evening' }), world.call('zhang', card, {})])
    if (!zhang[0].ok || !zhang[1].ok) throw new Error('张阿姨没有入场码')
    const { text } = codeShown(zhang[0].value.sessions[0]!.code, Date.parse(now))
    note('扫入场码', 'checkIn', await send('attendance/check-in-code', record({ sessionId, code: text })))
    note('再扫码卡（已签到）', 'again', await send('attendance/check-in-code', record({ sessionId, code: zhang[1].value.code })))
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

export const bench: Bench = { 单条: alone, 成批: batches, 名单: rosterOnScreen }
