/** What names people goes on its day and not before; what was counted stays as it was. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { walkIn } from '../../contract/attendance/walk-in'
import { roster } from '../../contract/attendance/roster'
import { register } from '../../contract/registrations/register'
import { revealPhone } from '../../contract/registrations/reveal-phone'
import { acceptRole } from '../../contract/roles/accept'
import { inviteToRole } from '../../contract/roles/invite'
import { listRoles } from '../../contract/roles/list'
import { monthTotals } from '../../contract/totals/month'
import { failureOf, newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

async function nightOf(day: string): Promise<void> {
  world.cloud.clock.set(new Date(Date.parse(`${day}T04:00:00.000+08:00`)).toISOString())
  await world.cloud.invoke('people', { source: 'timer' })
}
const stamp = { at: '2026-11-27T10:20:00.000Z', offsetMs: 0 }
const november = async () => valueOf(await world.call('lin', monthTotals, { unitId: 'yuyin', month: '2026-11' })).figures
const count = (name: string) => world.cloud.db.count(name)

test('phones 90 days after the event, names at the door 60 days after the month, names on invitations 30 days after they expire', async () => {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 2, callName: '张阿姨', phone: '13912345678' }))
  valueOf(await world.call('lin', revealPhone, { recordId: newRecordId(), eventId, personKey: 'p-zhang', reason: '其他' }))
  const named = { recordId: newRecordId(), sessionId: `${eventId}-s1`, people: 3, callName: '门口的赵大爷', source: 'tap' as const, ...stamp }
  for (const input of [named, { ...named, recordId: newRecordId(), callName: undefined }]) valueOf(await world.call('chen', walkIn, input))
  const invited = { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker' as const, name: '小吴' }
  const { code, invitationId, expiresAt } = valueOf(await world.call('lin', inviteToRole, invited))
  valueOf(await world.call('li', acceptRole, { code }))
  await nightOf('2026-12-02')
  const before = await november()
  expect(before).toContainEqual(expect.objectContaining({ name: 'gala_attendances', value: 6 }))

  const nameOfInvitation = () => world.cloud.db.find('invitations', { _id: invitationId })[0]?.['name']
  const nameAtTheDoor = () => world.cloud.db.find('walk-ins', { recordId: named.recordId })[0]?.['callName']
  const goneOn = new Date(Date.parse(expiresAt) + 8 * 3_600_000 + 30 * 86_400_000)
  await nightOf(new Date(goneOn.getTime() - 86_400_000).toISOString().slice(0, 10))
  expect(nameOfInvitation()).toBe('小吴')
  await nightOf(goneOn.toISOString().slice(0, 10))
  expect(nameOfInvitation()).toBe('')
  expect(valueOf(await world.call('lin', listRoles, { unitId: 'yuyin' })).held.find(({ personKey }) => personKey === 'p-li')?.name).toBe('小吴')
  expect(failureOf(await world.call('lin', inviteToRole, invited))).toBe('invitation-used')

  await nightOf('2027-01-29')
  expect(nameAtTheDoor()).toBe('门口的赵大爷')
  await nightOf('2027-01-30')
  expect(nameAtTheDoor()).toBeNull()
  expect(valueOf(await world.call('chen', walkIn, named)).outcome).toBe('already-there')

  await nightOf('2027-02-24')
  expect([count('answers'), count('reveals')]).toEqual([1, 1])
  await nightOf('2027-02-25')
  expect([count('answers'), count('reveals')]).toEqual([0, 0])
  expect(failureOf(await world.call('lin', revealPhone, { recordId: newRecordId(), eventId, personKey: 'p-zhang', reason: '其他' }))).toBe('phone-not-found')
  expect(valueOf(await world.call('lin', roster, { sessionId: `${eventId}-s1` }))).toMatchObject({ rows: [{ callName: '张阿姨', phone: null }], room: { walkIns: 6 } })

  const after = JSON.stringify(world.cloud.db.find('walk-ins'))
  await nightOf('2027-02-26')
  expect(JSON.stringify(world.cloud.db.find('walk-ins'))).toBe(after)
  expect(await november()).toEqual(before)
})

test('at most 500 a run, the rest in the next one', async () => {
  world.cloud.db.insertMany('answers', Array.from({ length: 620 }, (_, i) => ({ _id: `old:p${i}`, eventId: 'old', personKey: `p${i}`, at: '2025-10-01T00:00:00.000Z', settled: true, phone: { sealed: 'k1.a.b.c', mask: '***00' }, answers: {}, eraseOn: '2026-01-01' })))
  await world.cloud.invoke('people', { source: 'timer' })
  expect(count('answers')).toBe(120)
  await world.cloud.invoke('people', { source: 'timer' })
  expect(count('answers')).toBe(0)
})

test('it comes by itself, at four in the morning', async () => {
  const night = '2027-03-10T'
  world.cloud.clock.set(new Date(Date.parse(`${night}03:58:00.000+08:00`)).toISOString())
  await world.cloud.runTimers()
  world.cloud.db.insertMany('answers', [{ _id: 'old:p', eventId: 'old', personKey: 'p', at: '2025-10-01T00:00:00.000Z', settled: true, phone: { sealed: 'k1.a.b.c', mask: '***00' }, answers: {}, eraseOn: '2026-01-01' }])
  world.cloud.clock.set(new Date(Date.parse(`${night}03:59:50.000+08:00`)).toISOString())
  await world.cloud.runTimers()
  expect(count('answers')).toBe(1)
  world.cloud.clock.set(new Date(Date.parse(`${night}04:00:10.000+08:00`)).toISOString())
  await world.cloud.runTimers()
  expect(count('answers')).toBe(0)
})

test('only the timer: a client that says it is one forgets nothing', async () => {
  world.cloud.db.insertMany('answers', [{ _id: 'old:p', eventId: 'old', personKey: 'p', at: '2025-10-01T00:00:00.000Z', settled: true, phone: { sealed: 'k1.a.b.c', mask: '***00' }, answers: {}, eraseOn: '2026-01-01' }])
  for (const data of [{ Type: 'Timer', TriggerName: 'forget' }, { call: 'forget', input: {} }]) expect(await world.cloud.invoke('people', { openid: 'openid-he', data })).toMatchObject({ failure: 'not-allowed' })
  expect(count('answers')).toBe(1)
})
