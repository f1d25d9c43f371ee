/** 补录 of an event that already happened, from a paper list: planned, published and counted afterwards, by an admin only, and nothing of it twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkIn } from '../../contract/attendance/check-in'
import { headcount } from '../../contract/attendance/headcount'
import { sheetRows } from '../../contract/attendance/sheet'
import { walkIn } from '../../contract/attendance/walk-in'
import { addFace } from '../../contract/people/add-face'
import { register } from '../../contract/registrations/register'
import { monthTotals } from '../../contract/totals/month'
import type { CastId } from '../../emulator/world/cast'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const now = () => ({ at: new Date(world.cloud.clock.now()).toISOString(), offsetMs: 0 })
/** Eighteen days ago, in the same month. */
const past = () => world.publish({ kind: 'talk', title: '防诈骗讲座', sessions: [session(-18, 40)] })
const line = (sessionId: string, more: object) => ({ recordId: newRecordId(), ...now(), sessionId, people: 1, source: 'backfill' as const, ...more })
const figures = async () => Object.fromEntries(valueOf(await world.call('lin', monthTotals, { unitId: 'yuyin', month: '2026-11' })).figures.filter(({ name }) => name.startsWith('talk_')).map(({ name, value }) => [name, value]))

test('what happened counts for its own month once it is typed in; who is known by 称呼 counts as a person, a mere 称呼 does not', async () => {
  const eventId = await past()
  const sessionId = `${eventId}-s1`
  expect(valueOf(await world.call('lin', sheetRows, { sessionId }))).toMatchObject({ mayBackfill: true, rows: [], lines: [] })
  expect(valueOf(await world.call('chen', sheetRows, { sessionId }))).not.toHaveProperty('mayBackfill')
  valueOf(await world.call('lin', walkIn, line(sessionId, { people: 2, callName: '王师傅', line: 1 })))
  // The same row of the list again is the same people.
  valueOf(await world.call('lin', walkIn, line(sessionId, { people: 2, callName: '王师傅', line: 1 })))
  valueOf(await world.call('lin', walkIn, line(sessionId, { callName: '周姐', line: 2 })))
  const { personKey } = valueOf(await world.call('zhang', addFace, { callName: '王奶奶', building: '2号楼' }))
  valueOf(await world.call('lin', checkIn, { recordId: newRecordId(), ...now(), sessionId, personKey, present: 1, source: 'backfill' }))
  expect(valueOf(await world.call('lin', sheetRows, { sessionId }))).toMatchObject({ lines: [{ line: 1, people: 2, callName: '王师傅' }, { line: 2, people: 1 }], room: { attendances: 4 } })
  await world.cloud.invoke('totals', { source: 'timer' })
  expect(await figures()).toMatchObject({ talk_held: 1, talk_attendances: 4, talk_attendees: 1 })
  valueOf(await world.call('lin', headcount, { recordId: newRecordId(), ...now(), sessionId, people: 35, softness: 'about', source: 'backfill' }))
  await world.cloud.invoke('totals', { source: 'timer' })
  expect(await figures()).toMatchObject({ talk_held: 1, talk_attendances: 35 })
})

test('nobody registers for what is over, and nobody but an admin types it in after seven days', async () => {
  const eventId = await past()
  const sessionId = `${eventId}-s1`
  const wish = (who: CastId) => world.call(who, register, { recordId: newRecordId(), eventId, sessionIds: [sessionId], partySize: 1, callName: '张阿姨' })
  expect(failureOf(await wish('zhang'))).toBe('registration-closed')
  expect(failureOf(await world.call('chen', walkIn, line(sessionId, { line: 1 })))).toBe('check-in-closed')
  expect(failureOf(await world.call('chen', walkIn, line(sessionId, { line: 1, source: 'paper' })))).toBe('check-in-closed')
  expect(world.cloud.db.count('walk-ins', { sessionId })).toBe(0)
})
