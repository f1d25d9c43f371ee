/** What residents' calls cost the database, in operations that the emulator counts, besides the one read that establishes who calls; and what the first page sends to the screen. */
import { resolve } from 'node:path'
import { eventRecord } from '../../cloudfunctions/_shared/records/events'
import { personRecord } from '../../cloudfunctions/_shared/records/people'
import { registrationRecord, type RegistrationRecord } from '../../cloudfunctions/_shared/records/registrations'
import { openidRecord } from '../../cloudfunctions/_shared/records/openids'
import { seatBookRecord } from '../../cloudfunctions/_shared/records/seat-books'
import { kindOf } from '../../cloudfunctions/_shared/rules/seats'
import type { Call } from '../../contract/call'
import { getEvent } from '../../contract/events/get'
import { listEvents } from '../../contract/events/list'
import { searchEvents } from '../../contract/events/search'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { myRegistrations } from '../../contract/registrations/mine'
import { addFace } from '../../contract/people/add-face'
import { myPositions } from '../../contract/registrations/positions'
import { register } from '../../contract/registrations/register'
import type { Sent } from '../../emulator/world/call-function'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { unitsOfTheWorld } from '../../emulator/world/units'
import { Phone } from '../../tests/weapp/phone'
import { figure, type Bench, type Figure } from '../figures'
import { counted } from '../operations'
import { targets } from '../targets'

/** The world stands at 18:20 in Shanghai on this day. */
const today = Date.parse('2026-11-27T11:00:00.000Z')
const day = 86_400_000
const hosts = ['yuyin', 'hewan', 'qingshan']

interface Size { name: string; events: number; waiting: number; registrations: number }
const small: Size = { name: '3 个活动', events: 3, waiting: 1, registrations: 2 }
const large: Size = { name: '3,000 个活动', events: 3000, waiting: 500, registrations: 200 }

class Residents {
  #made = 0
  private constructor(readonly world: OpenWorld) {}

  static async open(): Promise<Residents> {
    return new Residents(await openWorld({ name: 'empty', cloud: { env: { LINLI_CALLS_PER_SECOND: '100000' } } }))
  }

  /** A published event so many days from now; with questions where asked. */
  publish(id: string, daysAhead: number, places: number, asks = false) {
    const startsAt = today + daysAhead * day
    const event = eventRecord(unitsOfTheWorld().yuyin, {
      id, kind: 'gala', title: '邻里文艺晚会', placeName: '社区活动室', organisers: [], programme: [], partyLimit: 6, countOnly: false,
      sessions: [{ startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + 5_400_000).toISOString(), capacity: places }],
      ...(asks && { questions: [{ id: 'q1', text: '午餐', kind: 'choice', options: ['素食', '不限'], required: true }] }),
    }, { by: 'p-lin', at: '2026-11-20T01:00:00.000Z' })
    this.world.cloud.db.insertMany('events', [{ ...event, status: 'published', publishedAt: event.createdAt }])
    this.world.cloud.db.insertMany('seat-books', [{ ...seatBookRecord(event) }])
    return id
  }

  person(): string {
    const name = `bench-${(this.#made += 1)}`
    this.world.cloud.db.insertMany('openids', [{ ...openidRecord(`openid-${name}`, `p-${name}`, '2026-11-20T01:00:00.000Z') }])
    this.world.cloud.db.insertMany('people', [{ ...personRecord(`p-${name}`, { communityId: 'yuyin' }) }])
    return name
  }

  /** A neighbour without WeChat, added by this person. */
  async face(neighbour: string): Promise<string> {
    return (await counted(this.world, `openid-${neighbour}`, addFace, { callName: '王奶奶', building: `${(this.#made += 1)}号楼` })).value.personKey
  }

  wish(eventId: string, more: Partial<Sent<typeof register>> = {}): Sent<typeof register> {
    return { recordId: `bench-wish-${String((this.#made += 1)).padStart(8, '0')}`, eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨', ...more }
  }

  /** Operations of one call that is answered as expected, without the one that finds the caller. */
  async count<C extends Call>(who: string, call: C, input: Sent<C>, expected?: string): Promise<number> {
    const { operations, value } = await counted(this.world, `openid-${who}`, call, input)
    const status = (value as { status?: string }).status
    if (expected !== undefined && status !== expected) throw new Error(`${call.name}: ${String(status)} where ${expected} was expected`)
    return operations
  }

  /** Parties that wait, written as the functions write them. */
  queue(eventId: string, people: number): void {
    const at = '2026-11-26T01:00:00.000Z'
    this.world.cloud.db.insertMany('registrations', Array.from({ length: people }, (_, index): RegistrationRecord => ({
      ...registrationRecord(eventId, `p-queue-${index}`, { n: 2, children: 0, sessions: ['s1'], at, recordId: `queue-wish-${index}`, by: `p-queue-${index}`, callName: '居民', building: null, said: null }),
      status: 'waitlisted', joinedAt: new Date(Date.parse(at) + index),
    })) as never)
    this.world.cloud.db.update('seat-books', { _id: eventId }, { $set: { waiting: true, queue: { [kindOf({ n: 2, sessions: ['s1'] })]: people } } })
  }
}

async function costs(size: Size): Promise<Figure[]> {
  const residents = await Residents.open()
  try {
    const { world } = residents
    for (let n = 0; n < size.events; n += 1) residents.publish(`bench-event-${String(n).padStart(6, '0')}`, 1 + (n % 60), 500)
    const [roomy, asking, full] = [residents.publish('bench-roomy-000001', 3, 500), residents.publish('bench-asking-000001', 3, 500, true), residents.publish('bench-full-000001', 3, 1, false)]
    const zhang = residents.person()
    const holder = residents.person()
    await residents.count(holder, register, residents.wish(full), 'confirmed')
    residents.queue(full, size.waiting)
    const fullAsking = residents.publish('bench-fullasks-0001', 3, 1, true)
    await residents.count(holder, register, residents.wish(fullAsking, { answers: { q1: '素食' } }), 'confirmed')
    // One place is left, and everybody who waits comes in twos.
    const [narrow, narrowAsking] = [residents.publish('bench-narrow-00001', 3, 1), residents.publish('bench-narrasks-001', 3, 1, true)]
    // In the last hours two places are offered to them.
    const [offered, offeredAsking] = [residents.publish('bench-offered-0001', 0.4, 2), residents.publish('bench-offerasks-01', 0.4, 2, true)]
    for (const eventId of [narrow, narrowAsking, offered, offeredAsking]) residents.queue(eventId, size.waiting)
    // One of two places is left, and two come.
    const leftAsking = residents.publish('bench-leftasks-001', 3, 2, true)
    await residents.count(holder, register, residents.wish(leftAsking, { answers: { q1: '素食' } }), 'confirmed')
    for (let n = 0; n < size.registrations; n += 1) world.cloud.db.insertMany('registrations', [registrationRecord(`bench-event-${String(n % size.events).padStart(6, '0')}`, `p-${zhang}`, { n: 1, children: 0, sessions: ['s1'], at: '2026-11-26T01:00:00.000Z', recordId: `old-wish-${n}`, by: `p-${zhang}`, callName: '张阿姨', building: null, said: null })].map((record) => ({ ...record, _id: `${record._id}:${n}` })) as never)

    const measured: [string, keyof typeof targets.resident, number][] = []
    const note = (what: string, target: keyof typeof targets.resident, operations: number) => measured.push([`${size.name}：${what}`, target, operations])
    const from = '2026-11-27'
    note('活动列表', 'list', await residents.count(zhang, listEvents, { from, to: '2027-01-25', hosts }))
    note('找活动', 'search', await residents.count(zhang, searchEvents, { words: '文艺', hosts }))
    const wish = residents.wish(roomy)
    note('报名成功', 'confirmed', await residents.count(zhang, register, wish, 'confirmed'))
    note('同一次报名再来一遍', 'repeat', await residents.count(zhang, register, wish, 'confirmed'))
    note('换一次点击报同样的名额', 'repeat', await residents.count(zhang, register, residents.wish(roomy), 'confirmed'))
    const answered = residents.wish(asking, { answers: { q1: '素食' }, phone: '13912345678' })
    note('带回答和电话的报名', 'confirmed', await residents.count(zhang, register, answered, 'confirmed'))
    note('带回答和电话的报名再来一遍', 'repeat', await residents.count(zhang, register, answered, 'confirmed'))
    const queued = residents.wish(full)
    note('报满，排上候补', 'waitlisted', await residents.count(zhang, register, queued, 'waitlisted'))
    note('带回答排候补', 'waitlisted', await residents.count(zhang, register, residents.wish(fullAsking, { answers: { q1: '素食' }, phone: '13912345678' }), 'waitlisted'))
    const past = residents.wish(narrow)
    note('有人候补但坐不下，报上了', 'confirmed', await residents.count(zhang, register, past, 'confirmed'))
    note('有人候补但坐不下，再来一遍', 'repeat', await residents.count(zhang, register, past, 'confirmed'))
    note('有人候补但坐不下，带回答和电话', 'confirmed', await residents.count(zhang, register, residents.wish(narrowAsking, { answers: { q1: '素食' }, phone: '13912345678' }), 'confirmed'))
    note('有位子但前面有人坐得下，排上候补', 'waitlisted', await residents.count(zhang, register, residents.wish(offered), 'waitlisted'))
    note('有位子但前面有人坐得下，带回答排候补', 'waitlisted', await residents.count(zhang, register, residents.wish(offeredAsking, { answers: { q1: '素食' }, phone: '13912345678' }), 'waitlisted'))
    note('剩的位子坐不下一家人，带回答排候补', 'waitlisted', await residents.count(residents.person(), register, residents.wish(leftAsking, { answers: { q1: '素食' }, partySize: 2 }), 'waitlisted'))
    for (const [what, answers] of [['', {}], ['，带回答', { answers: { q1: '素食' } }]] as const) {
      const again = residents.publish(`bench-again-00000${what.length}`, 3, 2, what !== '')
      const [back, face] = [residents.person(), await residents.face(zhang)]
      const given = residents.wish(again, answers)
      await residents.count(back, register, given, 'confirmed')
      await residents.count(back, cancelRegistration, { eventId: again, was: given.recordId, sessionIds: given.sessionIds, partySize: 1 })
      note(`取消过又报名${what}`, 'confirmed', await residents.count(back, register, residents.wish(again, answers), 'confirmed'))
      const forFace = residents.wish(again, { ...answers, personKey: face })
      note(`替熟面孔报名${what}`, 'confirmed', await residents.count(zhang, register, forFace, 'confirmed'))
      note(`替熟面孔报名${what}，再来一遍`, 'repeat', await residents.count(zhang, register, forFace, 'confirmed'))
      note(`替熟面孔排候补${what}`, 'waitlisted', await residents.count(zhang, register, residents.wish(again, { ...answers, personKey: await residents.face(zhang) }), 'waitlisted'))
    }
    note('候补再来一遍', 'repeat', await residents.count(zhang, register, queued, 'waitlisted'))
    note('候补时看活动', 'page', await residents.count(zhang, getEvent, { eventId: full }))
    note('报名后看活动', 'page', await residents.count(zhang, getEvent, { eventId: roomy }))
    note('候补时看列表', 'list', await residents.count(zhang, listEvents, { from, to: '2027-01-25', hosts }))
    note('我的报名', 'mine', await residents.count(zhang, myRegistrations, {}))
    note('我的候补排第几', 'mine', await residents.count(zhang, myPositions, { eventIds: [full, ...Array.from({ length: Math.min(size.events, 59) }, (_, n) => `bench-event-${String(n).padStart(6, '0')}`)] }))
    note('取消，没有人候补', 'cancelled', await residents.count(zhang, cancelRegistration, { eventId: roomy, was: wish.recordId, sessionIds: wish.sessionIds, partySize: 1 }))
    return measured.map(([name, target, operations]) => figure(name, '次', [operations], targets.resident[target]))
  } finally {
    await residents.world.stop()
  }
}

/** k parties come in when one of k people cancels. */
async function promotions(): Promise<Figure[]> {
  const residents = await Residents.open()
  try {
    const figures: Figure[] = []
    for (const [k, target] of [[0, 'cancelled'], [1, 'cancelledOne'], [5, 'cancelledFive']] as const) {
      const eventId = residents.publish(`bench-promote-${k}-0001`, 3, 6)
      const holder = residents.person()
      const wish = residents.wish(eventId, { partySize: Math.max(1, k) })
      await residents.count(holder, register, wish, 'confirmed')
      await residents.count(residents.person(), register, residents.wish(eventId, { partySize: 6 - wish.partySize }), 'confirmed').catch(() => 0)
      if (k === 0) residents.queue(eventId, 1)
      for (let n = 0; n < k; n += 1) await residents.count(residents.person(), register, residents.wish(eventId), 'waitlisted')
      const operations = await residents.count(holder, cancelRegistration, { eventId, was: wish.recordId, sessionIds: wish.sessionIds, partySize: wish.partySize })
      const inside = residents.world.cloud.db.count('registrations', { eventId, status: 'confirmed' })
      if (inside !== 1 + k) throw new Error(`${inside - 1} came in where ${k} were to`)
      figures.push(figure(`取消，补上 ${k} 位候补`, '次', [operations], targets.resident[target]))
    }
    return figures
  } finally {
    await residents.world.stop()
  }
}

/** The first page of the real mini-program among so many events of long titles, each with a place left, until it rests. */
async function firstPage({ name, events }: Size): Promise<Figure[]> {
  const residents = await Residents.open()
  const { world } = residents
  try {
    for (let n = 0; n < events; n += 1) residents.publish(`bench-event-${String(n).padStart(6, '0')}`, 1 + (n % 60), 500)
    world.cloud.db.update('events', {}, { $set: { title: '庆国庆迎中秋戏曲进社区惠民专场演出'.padEnd(40, '戏') } })
    const phone = new Phone(resolve(__dirname, '../../dist/weapp'), world, 'zhang')
    try {
      phone.open('/pages/resident/events/index')
      await phone.sees('庆国庆迎中秋')
      await phone.rests()
      if (phone.problems.length > 0) throw new Error(phone.problems.join('\n'))
      const { largestSetData, setDataBytes } = phone.stats
      return [figure(`${name}：首页，最大一次 setData`, '字节', [largestSetData], targets.resident.firstPage), figure(`${name}：首页，setData 共`, '字节', [setDataBytes], targets.resident.firstPage)]
    } finally {
      phone.close()
    }
  } finally {
    await world.stop()
  }
}

const pages = async () => [...await firstPage(small), ...await firstPage(large)]

export const bench: Bench = { 少: () => costs(small), 多: () => costs(large), 补位: promotions, 首页: pages }
