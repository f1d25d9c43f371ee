/** A phone given with a registration: sealed, masked, opened by an own call that is noted, and gone with the registration. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roster } from '../../contract/attendance/roster'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { myRegistrations } from '../../contract/registrations/mine'
import { register } from '../../contract/registrations/register'
import { revealPhone } from '../../contract/registrations/reveal-phone'
import { withdrawRole } from '../../contract/roles/withdraw'
import type { Sent } from '../../emulator/world/call-function'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

const number = '13912345678'
let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const ask = (eventId: string, more: Partial<Sent<typeof register>> = {}) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨', phone: number, ...more })
const asked = (eventId: string) => ({ recordId: newRecordId(), eventId, personKey: 'p-zhang', reason: '通知改期' as const })
const phonesOf = (eventId: string) => world.cloud.db.find('answers', { eventId })
const maskOf = (eventId: string) => world.cloud.db.find('registrations', { eventId })[0]?.['phoneMask']
const reveals = (eventId: string) => world.cloud.db.find('audit', { action: revealPhone.name, about: `${eventId}:p-zhang` })
const maskFor = async (who: 'chen' | 'lin', eventId: string) => valueOf(await world.call(who, roster, { sessionId: `${eventId}-s1` })).rows[0]?.phone
const myMask = async (eventId: string) => valueOf(await world.call('zhang', myRegistrations, {})).coming.find(({ event }) => event.id === eventId)?.registration.phone
const sweep = () => world.cloud.invoke('registrations', { source: 'timer' })
async function halfAMinuteLater<T>(then: () => Promise<T>): Promise<T> {
  const before = world.cloud.clock.now()
  world.cloud.clock.set(new Date(before + 31_000).toISOString())
  try {
    return await then()
  } finally {
    world.cloud.clock.set(new Date(before).toISOString())
  }
}
async function registered(more: Partial<Sent<typeof register>> = {}): Promise<string> {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, ask(eventId, more)))
  return eventId
}

describe('kept', () => {
  test('sealed, with a mask and the day on which it goes; she and the staff see the mask', async () => {
    const eventId = await registered({ phone: '139-1234 ５６７８' })
    expect(phonesOf(eventId)).toMatchObject([{ eventId, personKey: 'p-zhang', phone: { sealed: expect.stringMatching(/^k1\./) as unknown, mask: '139****5678' }, answers: {}, eraseOn: '2027-02-25' }])
    expect([await maskFor('chen', eventId), await maskFor('lin', eventId), await myMask(eventId)]).toEqual(['139****5678', '139****5678', '139****5678'])
    for (const name of ['answers', 'registrations', 'people', 'seat-books', 'audit', 'reveals']) expect(JSON.stringify(world.cloud.db.find(name))).not.toContain(number)
  })

  test('nobody must give one, and a second wish for the same places leaves the first number, and nothing of its own', async () => {
    const without = await world.publish()
    valueOf(await world.call('zhang', register, { ...ask(without), phone: undefined }))
    expect([phonesOf(without), await maskFor('lin', without), await myMask(without)]).toEqual([[], null, null])
    const eventId = await registered()
    valueOf(await world.call('zhang', register, { ...ask(eventId), phone: undefined }))
    valueOf(await world.call('zhang', register, ask(eventId, { phone: '010-66123456' })))
    expect(await myMask(eventId)).toBe('139****5678')
    expect(phonesOf(eventId)).toHaveLength(1)
  })

  test.each(['1391234567', '23912345678', '139123456789', '66123456', '一三九', '１３９'])('%s is no number to call', async (phone) => {
    expect(await world.call('zhang', register, ask(await world.publish(), { phone }))).toMatchObject({ ok: false, failure: 'bad-input', message: expect.stringMatching(/电话号码不对/) as unknown })
  })

  test('a wish that is refused leaves no number behind', async () => {
    const eventId = await world.publish({ sessions: [session(0, 1)] })
    expect(failureOf(await world.call('zhang', register, ask(eventId, { partySize: 2 })))).toBe('party-too-large')
    const closed = await world.publish({ kind: 'free_clinic', sessions: [session(0, null)] })
    expect(failureOf(await world.call('zhang', register, ask(closed)))).toBe('no-registration-needed')
    expect([phonesOf(eventId), phonesOf(closed)]).toEqual([[], []])
  })

  test('it goes once the cancelling cannot be undone any more, and a late repeat of the wish does not bring it back', async () => {
    const eventId = await world.publish()
    const wish = ask(eventId)
    valueOf(await world.call('zhang', register, wish))
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    await sweep()
    expect([phonesOf(eventId).length, maskOf(eventId)]).toEqual([1, '139****5678'])
    expect(failureOf(await world.call('lin', revealPhone, asked(eventId)))).toBe('phone-not-found')
    await halfAMinuteLater(sweep)
    expect([phonesOf(eventId), maskOf(eventId)]).toEqual([[], null])
    expect(valueOf(await world.call('zhang', register, wish)).status).toBe('cancelled')
    expect([phonesOf(eventId), await myMask(eventId)]).toEqual([[], null])
  })

  test('said, and the crash came before the places: the sweep drops it, and leaves what a registration names', async () => {
    const eventId = await registered()
    const kept = phonesOf(eventId)
    world.cloud.db.insertMany('answers', [{ ...kept[0], _id: 'wish-of-nobody-000001' }])
    await halfAMinuteLater(sweep)
    expect(phonesOf(eventId)).toHaveLength(2)
    await halfAMinuteLater(() => halfAMinuteLater(sweep))
    expect(phonesOf(eventId)).toEqual([{ ...kept[0], settled: true }])
  })
})

describe('revealed', () => {
  test('to staff of the host unit or above, with one entry in the audit that does not hold it', async () => {
    const eventId = await registered()
    for (const who of ['chen', 'lin', 'he'] as const) expect(valueOf(await world.call(who, revealPhone, asked(eventId)))).toEqual({ phone: number })
    expect(reveals(eventId)).toMatchObject([{ by: 'p-chen', unitId: 'yuyin', facts: { reason: '通知改期' } }, { by: 'p-lin' }, { by: 'p-he' }])
    expect(JSON.stringify(reveals(eventId))).not.toContain('5678')
  })

  test('a repeat of the same tap is one reveal; under the same id nothing else is', async () => {
    const [eventId, other] = [await registered(), await registered()]
    const once = asked(eventId)
    for (let i = 0; i < 3; i += 1) expect(valueOf(await world.call('chen', revealPhone, once)).phone).toBe(number)
    expect(reveals(eventId)).toHaveLength(1)
    expect(failureOf(await world.call('lin', revealPhone, once))).toBe('record-id-taken')
    expect(failureOf(await world.call('chen', revealPhone, { ...once, eventId: other }))).toBe('record-id-taken')
  })

  test('to no resident, not to herself, and to no staff of another unit, who do not learn whether there is one', async () => {
    const eventId = await registered()
    for (const who of ['zhang', 'li'] as const) expect(failureOf(await world.call(who, revealPhone, asked(eventId)))).toBe('not-allowed')
    for (const about of [eventId, 'nowhere', await world.plan()]) expect(failureOf(await world.call('zhou', revealPhone, asked(about)))).toBe('event-not-found')
    expect(failureOf(await world.call('lin', revealPhone, { ...asked(eventId), personKey: 'p-li' }))).toBe('phone-not-found')
    expect(reveals(eventId)).toEqual([])
  })

  test('to nobody whose role was withdrawn, from the next tap on', async () => {
    const eventId = await registered()
    const tap = asked(eventId)
    valueOf(await world.call('chen', revealPhone, tap))
    valueOf(await world.call('lin', withdrawRole, { unitId: 'yuyin', personKey: 'p-chen', role: 'gridWorker' }))
    expect(failureOf(await world.call('chen', revealPhone, tap))).toBe('not-allowed')
  })

  test('a number that was moved to somebody else\'s registration opens no more, and nothing is noted', async () => {
    const eventId = await registered()
    valueOf(await world.call('li', register, { ...ask(eventId), callName: '老李', phone: '13700001111' }))
    world.cloud.db.update('answers', { eventId, personKey: 'p-zhang' }, { $set: { phone: world.cloud.db.find('answers', { eventId, personKey: 'p-li' })[0]?.['phone'] } })
    expect(failureOf(await world.call('lin', revealPhone, asked(eventId)))).toBe('phone-not-found')
    expect(reveals(eventId)).toEqual([])
  })
})

describe.each(['LINLI_PHONE_KEYS', 'LINLI_AUDIT_KEY'])('without %s', (variable) => {
  test('nothing is taken or shown, and whoever gives no number comes in as ever', async () => {
    const keyless = await openEvening({ cloud: { env: { [variable]: '' } } })
    try {
      const eventId = await keyless.publish()
      const outcome = await keyless.call('zhang', register, ask(eventId))
      if (variable === 'LINLI_PHONE_KEYS') {
        expect(failureOf(outcome)).toBe('internal')
        expect([keyless.cloud.db.find('answers'), Object.keys(keyless.cloud.db.find('seat-books', { _id: eventId })[0]?.['taken'] as object)]).toEqual([[], []])
        valueOf(await keyless.call('zhang', register, { ...ask(eventId), phone: undefined }))
        keyless.cloud.db.insertMany('answers', [{ _id: 'said-000000000000', eventId, personKey: 'p-zhang', phone: { sealed: 'k1.a.b.c', mask: '139****5678' }, eraseOn: '2027-02-25' }])
        keyless.cloud.db.update('registrations', { eventId }, { $set: { said: 'said-000000000000' } })
      }
      expect(failureOf(await keyless.call('lin', revealPhone, asked(eventId)))).toBe('internal')
      expect(keyless.cloud.db.count('reveals')).toBe(0)
    } finally {
      await keyless.stop()
    }
  })
})
