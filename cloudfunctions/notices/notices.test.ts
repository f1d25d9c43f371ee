import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addFace } from '../../contract/people/add-face'
import { cancelEvent } from '../../contract/events/cancel'
import { changeEvent } from '../../contract/events/change'
import { whoAmI } from '../../contract/people/who-am-i'
import { myNotices } from '../../contract/notices/mine'
import { seenNotices } from '../../contract/notices/seen'
import { unseenChange, unseenCounts } from '../../contract/notices/unseen'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { register } from '../../contract/registrations/register'
import type { Sent } from '../../emulator/world/call-function'
import { openidOf, type CastId } from '../../emulator/world/cast'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

const templates = { LINLI_TEMPLATE_REMIND: 'T-remind', LINLI_TEMPLATE_CHANGE: 'T-change thing1 date2 thing3 phrase4', LINLI_TEMPLATE_WAITLIST: 'T-waitlist' }
let world: Evening
beforeAll(async () => { world = await openEvening({ cloud: { env: { ...templates, LINLI_CALLS_PER_SECOND: '100000' } } }) })
afterAll(() => world.stop())
beforeEach(() => world.cloud.clock.set('2026-11-27T10:20:00.000Z'))
afterEach(() => {
  world.cloud.faults.disarm()
  for (const name of ['events', 'seat-books', 'registrations', 'notices']) world.cloud.db.remove(name, {})
})

const tell = () => world.cloud.invoke('notices', { source: 'timer' })
const noticesOf = (eventId: string) => world.cloud.db.find('notices', { eventId }) as { _id: string; to: string; about: string; kind: string; sent: string; seenAt: string | null }[]
const wish = (eventId: string, more: Partial<Sent<typeof register>> = {}) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨', ...more })
const registers = async (who: CastId, eventId: string, more: Partial<Sent<typeof register>> = {}) => valueOf(await world.call(who, register, wish(eventId, more)))
const change = async (eventId: string, more: Partial<Sent<typeof changeEvent>>) => valueOf(await world.call('lin', changeEvent, { recordId: newRecordId(), eventId, seen: Number(world.cloud.db.find('events', { _id: eventId })[0]?.['changed']), ...more }))
const mine = async (who: CastId) => valueOf(await world.call(who, myNotices, {})).notices
/** What reached WeChat, and what came of it. */
const sends = () => world.cloud.outbox().filter(({ api }) => api === 'subscribeMessage.send')

describe('another time or place', () => {
  test('is told once to each who comes or waits, for a neighbour to who registered them; who gave back hears nothing', async () => {
    const eventId = await world.publish({ sessions: [session(2)] })
    const { personKey } = valueOf(await world.call('zhang', addFace, { callName: '王奶奶' }))
    await registers('zhang', eventId, { personKey, callName: '王奶奶', partySize: 2 })
    await registers('li', eventId, { callName: '老李' })
    await registers('chen', eventId, { callName: '小陈' })
    await registers('zhou', eventId, { callName: '小周' })
    valueOf(await world.call('zhou', cancelRegistration, world.shown('zhou', eventId)))
    await change(eventId, { placeName: '二楼大厅' })
    await Promise.all([tell(), tell()])
    await tell()
    expect(noticesOf(eventId).map(({ to, about, kind }) => [to, about, kind]).sort()).toEqual([['p-chen', 'p-chen', 'changed'], ['p-li', 'p-li', 'changed'], ['p-zhang', personKey, 'changed']].sort())
    expect(await mine('zhang')).toMatchObject([{ kind: 'changed', what: ['place'], title: '邻里文艺晚会', placeName: '二楼大厅', seen: false, neighbour: '王奶奶', startsAt: session(2).startsAt }])
    expect(await mine('zhou')).toEqual([])
    expect(world.cloud.db.find('events', { _id: eventId })).toMatchObject([{ untold: false, telling: [] }])
  })

  test('of one session is told to those who come to it, and every change by itself', async () => {
    const eventId = await world.publish({ sessions: [session(2), session(3)] })
    await registers('zhang', eventId)
    await registers('li', eventId, { sessionIds: [`${eventId}-s2`], callName: '老李' })
    await change(eventId, { sessions: [{ id: `${eventId}-s2`, endsAt: session(3).endsAt.replace('12:30', '12:45') }] })
    await change(eventId, { bring: '水杯' })
    await tell()
    expect(noticesOf(eventId).map(({ to }) => to)).toEqual(['p-li'])
    await change(eventId, { placeNote: '东门' })
    await tell()
    expect(noticesOf(eventId).map(({ to }) => to).sort()).toEqual(['p-li', 'p-li', 'p-zhang'])
    expect((await mine('li')).map(({ what, startsAt }) => [what, startsAt])).toEqual(expect.arrayContaining([[['time'], session(3).startsAt], [['place'], session(3).startsAt]]))
  })

  test('and calling off, with its reason, instead of changes that nobody was told of yet', async () => {
    const eventId = await world.publish({ sessions: [session(2)] })
    await registers('zhang', eventId)
    await change(eventId, { placeName: '二楼大厅' })
    valueOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))
    await tell()
    expect(await mine('zhang')).toMatchObject([{ kind: 'cancelled', reason: '下雨', status: 'cancelled' }])
  })

  test('to 300, broken off after any operation, is carried on: each has one notice, in few operations', async () => {
    // Nothing is sent here, so that every operation is one of the telling.
    const quiet = await openEvening()
    try {
      const eventId = await quiet.publish({ sessions: [session(2, 300)] })
      valueOf(await quiet.call('zhang', register, wish(eventId)))
      const told = () => quiet.cloud.db.find('notices', { eventId }).map((one) => String(one['to']))
      const [record] = quiet.cloud.db.find('registrations', { eventId })
      quiet.cloud.db.insertMany('registrations', Array.from({ length: 299 }, (_, n) => ({ ...record, _id: `${eventId}:p-${n}`, personKey: `p-${n}`, by: `p-${n}` })))
      valueOf(await quiet.call('lin', changeEvent, { recordId: newRecordId(), eventId, seen: 0, placeName: '二楼大厅' }))
      const before = quiet.cloud.db.find('events', { _id: eventId })[0] as Record<string, unknown>
      const heard = quiet.cloud.faults.listen('notices')
      await quiet.cloud.invoke('notices', { source: 'timer' })
      const operations = heard.length
      console.log(`300 told in ${operations} operations`)
      quiet.cloud.faults.disarm()
      expect(told()).toHaveLength(300)
      for (let operation = 1; operation <= operations; operation += 1) {
        quiet.cloud.db.remove('notices', { eventId })
        quiet.cloud.db.update('events', { _id: eventId }, { $set: { untold: true, telling: before['telling'] } })
        quiet.cloud.faults.arm({ functionName: 'notices', fault: 'cut-off', moment: operation % 2 ? 'after' : 'before', operation })
        await quiet.cloud.invoke('notices', { source: 'timer' }).catch(() => null)
        quiet.cloud.faults.disarm()
        await quiet.cloud.invoke('notices', { source: 'timer' })
        expect([operation, told().length, new Set(told()).size]).toEqual([operation, 300, 300])
        expect(quiet.cloud.db.find('events', { _id: eventId })).toMatchObject([{ untold: false, telling: [] }])
      }
    } finally {
      await quiet.stop()
    }
  }, 120_000)
})

describe('the evening before', () => {
  test('from six on each who has a place tomorrow is reminded, once; not who waits, comes another day, registers later, or came for what is off', async () => {
    const [eventId, off] = [await world.publish({ sessions: [session(1, 2), session(2, 9)] }), await world.publish({ sessions: [session(1)] })]
    for (const id of [eventId, off]) await registers('zhang', id)
    await registers('li', eventId, { sessionIds: [`${eventId}-s2`], callName: '老李' })
    await registers('chen', eventId, { callName: '小陈' })
    expect((await registers('he', eventId, { callName: '何姐' })).status).toBe('waitlisted')
    valueOf(await world.call('lin', cancelEvent, { eventId: off, reason: '下雨' }))
    world.cloud.db.update('registrations', { eventId }, { $set: { registeredAt: '2026-11-27T09:00:00.000Z' } })
    world.cloud.clock.set('2026-11-27T09:59:00.000Z')
    await tell()
    const reminders = () => world.cloud.db.find('notices', { kind: 'evening-before' }).map(({ _id }) => _id).sort()
    expect(reminders()).toEqual([])
    world.cloud.clock.set('2026-11-27T10:01:00.000Z')
    await Promise.all([tell(), tell()])
    await registers('zhou', eventId, { sessionIds: [`${eventId}-s2`], callName: '小周' })
    world.cloud.clock.set('2026-11-27T10:06:00.000Z')
    await tell()
    expect(reminders()).toEqual(['p-chen', 'p-zhang'].map((who) => `${eventId}:${who}:evening-before:2026-11-28`))
    expect((await mine('zhang')).find(({ kind }) => kind === 'evening-before')).toMatchObject({ eventId, startsAt: session(1).startsAt })
    // The evening after, for the session after.
    world.cloud.clock.set('2026-11-28T10:02:00.000Z')
    await tell()
    expect(reminders().filter((id) => String(id).endsWith('2026-11-29'))).toEqual(['p-li', 'p-zhou'].map((who) => `${eventId}:${who}:evening-before:2026-11-29`))
  })

  test('one event that cannot be told of keeps no other waiting, whichever comes first', async () => {
    for (const broken of [0, 2]) {
      const events = [await world.publish({ sessions: [session(1)] }), await world.publish({ sessions: [session(1)] }), await world.publish({ sessions: [session(1)] })]
      for (const eventId of events) await registers('zhang', eventId)
      world.cloud.db.update('registrations', { personKey: 'p-zhang' }, { $set: { registeredAt: '2026-11-27T09:00:00.000Z' } })
      world.cloud.db.update('registrations', { eventId: events[broken] }, { $set: { sessions: null } })
      await tell()
      expect(events.map((eventId) => noticesOf(eventId).length)).toEqual(events.map((_, n) => (n === broken ? 0 : 1)))
      const [one] = world.cloud.db.find('registrations', { eventId: events[1] })
      world.cloud.db.update('registrations', { eventId: events[broken] }, { $set: { sessions: one?.['sessions'] } })
      await tell()
      expect(noticesOf(events[broken] ?? '')).toHaveLength(1)
    }
  })

  test('at night nobody is told', async () => {
    const eventId = await world.publish({ sessions: [session(1)] })
    await registers('zhang', eventId)
    world.cloud.db.update('registrations', { eventId }, { $set: { registeredAt: '2026-11-27T09:00:00.000Z' } })
    for (const at of ['2026-11-27T14:00:00.000Z', '2026-11-27T20:00:00.000Z']) {
      world.cloud.clock.set(at)
      await tell()
    }
    expect(noticesOf(eventId)).toEqual([])
  })
})

describe('by WeChat', () => {
  async function changed(title = '邻里文艺晚会'): Promise<string> {
    const eventId = await world.publish({ sessions: [session(2)], title })
    await registers('zhang', eventId)
    await change(eventId, { placeName: '二楼大厅' })
    return eventId
  }

  test('whoever agreed gets the event, its time and place, cut to what WeChat takes, and a page to open', async () => {
    const before = sends().length
    world.cloud.subscribe(openidOf('zhang'), 'T-change')
    const eventId = await changed('邻里文艺晚会'.repeat(5))
    await tell()
    await tell()
    expect(sends().slice(before)).toMatchObject([{
      errcode: 0, data: {
        touser: openidOf('zhang'), template_id: 'T-change', page: `pages/resident/event/index?id=${eventId}`,
        data: { thing1: { value: `${'邻里文艺晚会'.repeat(4).slice(0, 19)}…` }, date2: { value: '2026年11月29日 19:00' }, thing3: { value: '二楼大厅' }, phrase4: { value: '地点变了' } },
      },
    }])
    expect(noticesOf(eventId)).toMatchObject([{ sent: 'sent', seenAt: null }])
  })

  test('whoever did not is asked of WeChat once and never again, and it stands in the app', async () => {
    const before = sends().length
    const eventId = await changed()
    await tell()
    world.cloud.subscribe(openidOf('zhang'), 'T-change')
    await tell()
    expect(sends().slice(before).map(({ errcode }) => errcode)).toEqual([43101])
    expect(noticesOf(eventId)).toMatchObject([{ sent: 'refused' }])
    expect(await mine('zhang')).toMatchObject([{ kind: 'changed', seen: false }])
  })

  test('what was seen in the app, is off, or is a day old is not sent', async () => {
    const before = sends().length
    const eventId = await changed()
    world.cloud.db.insertMany('notices', [{ _id: `${eventId}:p-zhang:changed:old`, eventId, to: 'p-zhang', about: 'p-zhang', kind: 'changed', at: '2026-11-26T09:00:00.000Z', sent: 'due', seenAt: null, eraseOn: '2026-12-26' }])
    world.cloud.db.insertMany('notices', [{ _id: `${eventId}:p-zhang:promoted:seen`, eventId, to: 'p-zhang', about: 'p-zhang', kind: 'promoted', at: '2026-11-27T10:00:00.000Z', sent: 'due', seenAt: '2026-11-27T10:10:00.000Z', eraseOn: '2026-12-26' }])
    valueOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))
    await tell()
    expect(sends().slice(before)).toHaveLength(1)
    expect(Object.fromEntries(noticesOf(eventId).map(({ _id, sent }) => [_id.split(':').slice(2).join(':'), sent]))).toEqual({ 'changed:old': 'due', 'promoted:seen': 'failed', 'cancelled:cancelled': expect.stringMatching(/^(sent|refused)$/) })
  })

  test('news goes before the reminders of the evening, and those go on beyond one look; one without an event stops nobody', async () => {
    const before = sends().length
    world.cloud.subscribe(openidOf('zhang'), 'T-change')
    const tomorrow = await world.publish({ sessions: [session(1, 300)] })
    await registers('zhang', tomorrow)
    const reminder = (eventId: string, who: string) => ({ _id: `${eventId}:${who}:evening-before:2026-11-28`, eventId, to: who, about: who, kind: 'evening-before', at: '2026-11-27T10:00:00.000Z', sent: 'due', seenAt: null, eraseOn: '2026-12-27' })
    world.cloud.db.insertMany('notices', [reminder('gone', 'p-zhang'), ...Array.from({ length: 120 }, (_, n) => reminder(tomorrow, `p-${n}`)), reminder(tomorrow, 'p-zhang')])
    await change(tomorrow, { placeName: '二楼大厅' })
    await tell()
    expect(sends().slice(before).map(({ data }) => (data as { template_id: string }).template_id)).toEqual(['T-change', 'T-remind'])
    expect(world.cloud.db.count('notices', { sent: 'due' })).toBe(0)
    expect(noticesOf('gone')).toMatchObject([{ sent: 'failed' }])
  }, 60_000)

  test('whoever took the place that was offered is not asked any more', async () => {
    const before = sends().length
    const eventId = await world.publish({ sessions: [session(2)] })
    await registers('zhang', eventId)
    world.cloud.db.insertMany('notices', [{ _id: `${eventId}:p-zhang:offered:wish`, eventId, to: 'p-zhang', about: 'p-zhang', kind: 'offered', at: '2026-11-27T10:00:00.000Z', sent: 'due', seenAt: null, eraseOn: '2026-12-27' }])
    await tell()
    expect(sends().slice(before)).toEqual([])
    expect(noticesOf(eventId)).toMatchObject([{ sent: 'failed' }])
  })

  test('at most once: with any fault at any operation of the timer, also beside another run', async () => {
    const troubles = [{ fault: 'cut-off', moment: 'before' }, { fault: 'cut-off', moment: 'after' }, { fault: 'answer-lost', moment: 'after' }] as const
    for (const trouble of troubles) {
      for (let operation = 1, struck: string | null = ''; struck !== null; operation += 1) {
        const before = sends().length
        for (let n = 0; n < 3; n += 1) world.cloud.subscribe(openidOf('zhang'), 'T-change')
        const eventId = await changed()
        const armed = world.cloud.faults.arm({ ...trouble, functionName: 'notices', operation })
        await (operation % 2 ? tell().catch(() => null) : Promise.allSettled([tell(), tell()]))
        world.cloud.faults.disarm()
        await tell()
        const isSent = noticesOf(eventId).map(({ sent }) => sent === 'sent')
        expect([trouble, operation, noticesOf(eventId).length, sends().length - before <= 1, !isSent[0] || sends().length - before === 1]).toEqual([trouble, operation, 1, true, true])
        struck = armed.struck
        if (struck === null) expect(operation).toBeGreaterThan(10)
      }
    }
  }, 200_000)

  test('the phone is told which templates there are', async () => {
    expect(valueOf(await world.call('zhang', whoAmI, {})).templates).toEqual(['T-remind', 'T-change', 'T-waitlist'])
  })
})

describe('seen', () => {
  test('is marked by whoever was told, once, and by nobody else', async () => {
    const eventId = await world.publish({ sessions: [session(2)] })
    await registers('zhang', eventId)
    await change(eventId, { placeName: '二楼大厅' })
    await tell()
    const ids = (await mine('zhang')).map(({ id }) => id)
    valueOf(await world.call('li', seenNotices, { ids }))
    expect(await mine('zhang')).toMatchObject([{ seen: false }])
    valueOf(await world.call('zhang', seenNotices, { ids: [...ids, 'no:such:notice'] }))
    world.cloud.clock.set('2026-11-27T10:30:00.000Z')
    valueOf(await world.call('zhang', seenNotices, { ids }))
    expect(noticesOf(eventId)).toMatchObject([{ seenAt: expect.stringMatching(/^2026-11-27T10:2/) }])
    expect(await mine('zhang')).toMatchObject([{ seen: true }])
    expect(world.cloud.db.find('notices', { eventId })).toMatchObject([{ eraseOn: '2026-12-27' }])
  })

  test('the hosts see who is not known to have: masked phone, carried by WeChat or not; who left is not counted', async () => {
    const eventId = await world.publish({ sessions: [session(2)] })
    await registers('zhang', eventId, { phone: '13912345678', building: '3号楼' })
    await registers('li', eventId, { callName: '老李' })
    await registers('chen', eventId, { callName: '小陈' })
    world.cloud.subscribe(openidOf('zhang'), 'T-change')
    await change(eventId, { placeName: '二楼大厅' })
    await tell()
    const unseen = async () => valueOf(await world.call('chen', unseenChange, { eventId }))
    expect(await unseen()).toMatchObject({ change: { what: ['place'] }, telling: false })
    // Whom nobody reached first.
    const [one, other, last] = (await unseen()).people
    expect([one?.callName, other?.callName].sort()).toEqual(['小陈', '老李'])
    expect([one, other, last]).toMatchObject([{ carried: false, phone: null }, { carried: false, phone: null }, { callName: '张阿姨', building: '3号楼', phone: expect.stringMatching(/\*.*78$/), carried: true }])
    expect(JSON.stringify(await unseen())).not.toContain('13912345678')
    valueOf(await world.call('li', seenNotices, { ids: (await mine('li')).map(({ id }) => id) }))
    valueOf(await world.call('chen', cancelRegistration, world.shown('chen', eventId)))
    expect((await unseen()).people.map(({ callName }) => callName)).toEqual(['张阿姨'])
    expect(valueOf(await world.call('lin', unseenCounts, { eventIds: [eventId, 'nowhere'] })).counts).toEqual([{ eventId, people: 1 }])
    expect(valueOf(await world.call('zhou', unseenCounts, { eventIds: [eventId] })).counts).toEqual([])
    expect(failureOf(await world.call('zhou', unseenChange, { eventId }))).toBe('event-not-found')
    expect(failureOf(await world.call('zhang', unseenChange, { eventId }))).toBe('not-allowed')
  })
})

test('2,500 who have not seen it are counted in three operations and named in three, those first whom nobody reached; who left and who saw it are not among them', async () => {
  const [eventId, other] = [await world.publish({ sessions: [session(2)] }), await world.publish({ sessions: [session(2)] })]
  for (const id of [eventId, other]) {
    await registers('zhang', id)
    await change(id, { bring: '水杯', placeName: '二楼大厅' })
  }
  await tell()
  world.cloud.db.update('notices', { eventId }, { $set: { sent: 'refused' } })
  const [registration] = world.cloud.db.find('registrations', { eventId })
  const [notice] = noticesOf(eventId)
  const what = notice?._id.split(':').pop()
  const everybody = Array.from({ length: 2700 }, (_, n) => ({ n, who: `p-many-${String(n).padStart(4, '0')}` }))
  world.cloud.db.insertMany('registrations', everybody.map(({ n, who }) => ({ ...registration, _id: `${eventId}:${who}`, personKey: who, by: who, callName: `居民${n}`, status: n < 100 ? 'cancelled' : n % 2 ? 'waitlisted' : 'confirmed' })))
  world.cloud.db.insertMany('notices', everybody.map(({ n, who }) => ({ ...notice, _id: `${eventId}:${who}:changed:${what}`, to: who, about: who, sent: n < 1500 ? 'sent' : 'refused', seenAt: n >= 2599 ? '2026-11-27T10:20:00.000Z' : null })))
  // Of an earlier change that nobody asks about any more.
  world.cloud.db.insertMany('notices', everybody.slice(0, 5).map(({ who }) => ({ ...notice, _id: `${eventId}:${who}:changed:earlier-change-0001`, to: who, about: who })))
  const heard = world.cloud.faults.listen('notices')
  const counts = valueOf(await world.call('lin', unseenCounts, { eventIds: [eventId, other] })).counts
  expect(counts).toEqual(expect.arrayContaining([{ eventId, people: 2500 }, { eventId: other, people: 1 }]))
  // One finds the caller; the one with a join counts for two.
  const operations = () => heard.filter((action) => action.startsWith('database.')).length - 1 + heard.filter((action) => action === 'database.aggregateDocuments').length
  expect(operations()).toBe(3)
  world.cloud.faults.disarm()
  const again = world.cloud.faults.listen('notices')
  const { people, more } = valueOf(await world.call('lin', unseenChange, { eventId }))
  expect([again.length, again.filter((action) => action === 'database.aggregateDocuments').length]).toEqual([3, 1])
  expect([people.length, more, people.findIndex(({ carried }) => carried), people[0]?.callName]).toEqual([2000, true, 1100, '居民1500'])
}, 60_000)

test('without templates nothing is sent, and it all stands in the app', async () => {
  const bare = await openEvening()
  try {
    const eventId = await bare.publish({ sessions: [session(2)] })
    valueOf(await bare.call('zhang', register, wish(eventId)))
    valueOf(await bare.call('lin', changeEvent, { recordId: newRecordId(), eventId, seen: 0, placeName: '二楼大厅' }))
    await bare.cloud.invoke('notices', { source: 'timer' })
    expect(bare.cloud.outbox().filter(({ api }) => api === 'subscribeMessage.send')).toEqual([])
    expect(valueOf(await bare.call('zhang', myNotices, {})).notices).toMatchObject([{ kind: 'changed' }])
    expect(valueOf(await bare.call('zhang', whoAmI, {})).templates).toEqual([])
  } finally {
    await bare.stop()
  }
})
