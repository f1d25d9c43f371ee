/** Places taken and given back, in each way in which that writes; and the sweep that writes what a crash left out. */
import { cancelRegistration } from '../../contract/registrations/cancel'
import { register } from '../../contract/registrations/register'
import { revealPhone } from '../../contract/registrations/reveal-phone'
import { newRecordId, session, valueOf } from '../functions/community-evening'
import { registers, wish, type WritingCall } from './writing-call'

const words = { at: /^people\//, because: 'what she wants to be called was said before the places were asked for, and is true without them' }
const twoSessions = { sessions: [session(0), session(1)] }

export const registrationCalls: readonly WritingCall[] = [
  {
    call: 'registrations/register', when: 'alone', mayStop: [words],
    async stage(evening) {
      const ask = wish(await evening.publish())
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'a newcomer with a party at two sessions',
    mayStop: [
      { at: /^openids\/openid-new$/, because: 'a key is minted at first contact and says nothing yet' },
      { at: /^(openids\/openid-new|people\/.*)$/, because: words.because },
    ],
    async stage(evening) {
      const eventId = await evening.publish(twoSessions)
      const ask = wish(eventId, { sessionIds: [`${eventId}-s2`, `${eventId}-s1`], partySize: 3 })
      return () => evening.callAs('openid-new', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'again after giving back, under another name', mayStop: [words],
    async stage(evening) {
      const eventId = await evening.publish(twoSessions)
      await registers(evening, 'zhang', eventId)
      valueOf(await evening.call('zhang', cancelRegistration, evening.shown('zhang', eventId)))
      const ask = wish(eventId, { sessionIds: [`${eventId}-s2`], partySize: 2, callName: '张大姐' })
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'a second wish for the places that she has, under another name',
    mayStop: [words, { at: /^(people|registrations)\//, because: 'she is called as she said; only a repeat after giving the places back would still count as a wish' }],
    async stage(evening) {
      const eventId = await evening.publish()
      await registers(evening, 'zhang', eventId)
      const ask = wish(eventId, { callName: '张大姐' })
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/cancel', when: 'a party of two',
    async stage(evening) {
      const eventId = await evening.publish(twoSessions)
      await registers(evening, 'zhang', eventId, { partySize: 2, sessionIds: [`${eventId}-s1`, `${eventId}-s2`] })
      await registers(evening, 'li', eventId, { callName: '老李' })
      const shown = evening.shown('zhang', eventId)
      return () => evening.call('zhang', cancelRegistration, shown)
    },
  },
  {
    call: 'registrations/register', when: 'with a phone',
    mayStop: [words, { at: /^(?!phones\/)/, because: 'a number is no condition of coming: without it her places are hers all the same, and a repeat brings it' }],
    async stage(evening) {
      const ask = wish(await evening.publish(), { phone: '13912345678' })
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/cancel', when: 'with a phone',
    async stage(evening) {
      const eventId = await evening.publish()
      await registers(evening, 'zhang', eventId, { phone: '13912345678' })
      const shown = evening.shown('zhang', eventId)
      return () => evening.call('zhang', cancelRegistration, shown)
    },
  },
  {
    call: 'registrations/reveal-phone', when: 'for the first time',
    async stage(evening) {
      const eventId = await evening.publish()
      await registers(evening, 'zhang', eventId, { phone: '13912345678' })
      const input = { recordId: newRecordId(), eventId, personKey: 'p-zhang', reason: '本人没到' as const }
      return () => evening.call('chen', revealPhone, input)
    },
  },
  {
    call: 'people/forget', when: 'two numbers and an invitation\'s name',
    async stage({ cloud }) {
      cloud.db.insertMany('phones', ['p1', 'p2'].map((personKey) => ({ _id: `old:${personKey}`, eventId: 'old', personKey, sealed: 'k1.a.b.c', mask: '***00', eraseOn: '2026-01-01' })))
      cloud.db.insertMany('invitations', [{ _id: 'i-old', unitId: 'yuyin', path: ['hewan', 'yuyin'], role: 'admin', name: '新主任', usedBy: null, cancelled: false, expiresAt: '2026-01-01T00:00:00.000Z', eraseOn: '2026-01-31' }])
      return async () => (await cloud.invoke('people', { source: 'timer' })) as { ok: boolean }
    },
  },
  {
    call: 'registrations/sweep', when: 'one registration not written, one not cancelled, in two events',
    async stage(evening) {
      const events = [await evening.publish(), await evening.publish()]
      for (const eventId of events) {
        await registers(evening, 'zhang', eventId)
        await registers(evening, 'li', eventId, { callName: '老李' })
        valueOf(await evening.call('li', cancelRegistration, evening.shown('li', eventId)))
        evening.cloud.db.update('registrations', { _id: `${eventId}:p-li` }, { $set: { status: 'confirmed', cancelledAt: null } })
        evening.cloud.db.remove('registrations', { _id: `${eventId}:p-zhang` })
      }
      return async () => (await evening.cloud.invoke('registrations', { source: 'timer' })) as { ok: boolean }
    },
  },
]
