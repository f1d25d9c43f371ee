/** Places taken and given back, in each way in which that writes; and the sweep that writes what a crash left out. */
import { meetFace } from '../../contract/attendance/faces'
import { addFace } from '../../contract/people/add-face'
import { whoAmI } from '../../contract/people/who-am-i'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { changeParty } from '../../contract/registrations/change'
import { namesFile } from '../../contract/registrations/names'
import { register } from '../../contract/registrations/register'
import { cancelFor, registerFor } from '../../contract/registrations/register-for'
import { revealPhone } from '../../contract/registrations/reveal-phone'
import { takeOffer } from '../../contract/registrations/take-offer'
import { undoCancel } from '../../contract/registrations/undo-cancel'
import { newRecordId, session, valueOf } from '../functions/community-evening'
import { earlier, registers, tapped, wish, type WritingCall } from './writing-call'

const twoSessions = { sessions: [session(0), session(1)] }
/** Far enough ahead that who waits is confirmed unasked. */
const later = (places: number) => ({ sessions: [session(3, places)] })
const answered = { phone: '13912345678', answers: { q1: '素食', q2: '13700001111' } }
const asking = {
  ...twoSessions,
  questions: [{ id: 'q1', text: '午餐', kind: 'choice' as const, options: ['素食', '不限'], required: true }, { id: 'q2', text: '紧急联系电话', kind: 'phone' as const, required: false }],
}

const neighbour = (eventId: string, more: object = {}) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 2, children: 1, callName: '王奶奶', building: '2号楼', ...more })

export const registrationCalls: readonly WritingCall[] = [
  {
    call: 'registrations/register-for', when: 'a line of a 接龙',
    async stage(evening) {
      const input = neighbour(await evening.publish(twoSessions))
      return () => evening.call('lin', registerFor, input)
    },
  },
  {
    call: 'registrations/register-for', when: 'who has to wait',
    async stage(evening) {
      const eventId = await evening.publish(later(1))
      await registers(evening, 'zhang', eventId)
      const input = neighbour(eventId, { partySize: 1, children: 0 })
      return () => evening.call('chen', registerFor, input)
    },
  },
  {
    call: 'registrations/cancel-for', when: 'by another than who took the places',
    async stage(evening) {
      const eventId = await evening.publish(twoSessions)
      const { personKey, wish: was, sessionIds, partySize } = valueOf(await evening.call('chen', registerFor, neighbour(eventId)))
      return () => evening.call('lin', cancelFor, { eventId, personKey, was, sessionIds, partySize })
    },
  },
  {
    call: 'registrations/cancel-for', when: 'of a neighbour who waits',
    async stage(evening) {
      const eventId = await evening.publish({ sessions: [session(0, 1)] })
      await registers(evening, 'zhang', eventId)
      const { personKey, wish: was, sessionIds, partySize } = valueOf(await evening.call('chen', registerFor, { ...neighbour(eventId), sessionIds: [`${eventId}-s1`], partySize: 1, children: 0 }))
      return () => evening.call('lin', cancelFor, { eventId, personKey, was, sessionIds, partySize })
    },
  },
  {
    call: 'registrations/names-file', when: 'for the first time',
    async stage(evening) {
      const eventId = await evening.publish()
      await registers(evening, 'zhang', eventId)
      return () => evening.call('lin', namesFile, { eventId })
    },
  },
  {
    call: 'registrations/register', when: 'alone',
    async stage(evening) {
      const ask = wish(await evening.publish())
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'a newcomer with a party at two sessions',
    async stage(evening) {
      const eventId = await evening.publish(twoSessions)
      const ask = wish(eventId, { sessionIds: [`${eventId}-s2`, `${eventId}-s1`], partySize: 3, children: 1 })
      valueOf(await evening.callAs('openid-new', whoAmI, {}))
      return () => evening.callAs('openid-new', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'with a phone and answers',
    async stage(evening) {
      const ask = wish(await evening.publish(asking), answered)
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'again after giving back, under another name and with another answer',
    async stage(evening) {
      const eventId = await evening.publish(asking)
      await registers(evening, 'zhang', eventId, answered)
      valueOf(await evening.call('zhang', cancelRegistration, evening.shown('zhang', eventId)))
      const ask = wish(eventId, { sessionIds: [`${eventId}-s2`], partySize: 2, callName: '张大姐', answers: { q1: '不限' } })
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'a second wish for the places that she has, under another name',
    async stage(evening) {
      const eventId = await evening.publish()
      await registers(evening, 'zhang', eventId)
      const ask = wish(eventId, { callName: '张大姐', phone: '13912345678' })
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'for a neighbour without WeChat',
    async stage(evening) {
      const eventId = await evening.publish()
      const { personKey } = valueOf(await evening.call('zhang', addFace, { callName: '王奶奶', building: '3号楼' }))
      const ask = wish(eventId, { personKey, callName: '王奶奶' })
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'full: the first who waits',
    async stage(evening) {
      const eventId = await evening.publish(later(1))
      await registers(evening, 'li', eventId, { callName: '老李' })
      const ask = wish(eventId)
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'somebody waits for more than there is, and she fits: with answers',
    async stage(evening) {
      const eventId = await evening.publish({ ...later(2), questions: asking.questions })
      await registers(evening, 'chen', eventId, { callName: '小陈', answers: { q1: '不限' } })
      await registers(evening, 'li', eventId, { callName: '老李', partySize: 2, answers: { q1: '不限' } })
      const ask = wish(eventId, answered)
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'somebody waits for more than there is, and she fits: after she gave a place back',
    async stage(evening) {
      const eventId = await evening.publish(later(2))
      await registers(evening, 'chen', eventId, { callName: '小陈' })
      await registers(evening, 'zhang', eventId)
      valueOf(await evening.call('zhang', cancelRegistration, evening.shown('zhang', eventId)))
      await registers(evening, 'li', eventId, { callName: '老李', partySize: 2 })
      const ask = wish(eventId)
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'somebody waits who fits and goes first',
    async stage(evening) {
      const eventId = await evening.publish(later(2))
      await registers(evening, 'chen', eventId, { callName: '小陈', partySize: 2 })
      await registers(evening, 'li', eventId, { callName: '老李' })
      // Given back, and the crash came before anybody came in.
      evening.cloud.db.update('seat-books', { _id: eventId }, { $set: { 'left.s1': 2, parties: 0, unswept: true }, $unset: { 'taken.p-chen': '' } })
      evening.cloud.db.update('registrations', { _id: `${eventId}:p-chen` }, { $set: { status: 'cancelled', cancelledAt: earlier } })
      const ask = wish(eventId)
      return () => evening.call('zhang', register, ask)
    },
  },
  {
    call: 'registrations/register', when: 'back into the queue after leaving it',
    async stage(evening) {
      const eventId = await evening.publish(later(1))
      await registers(evening, 'li', eventId, { callName: '老李' })
      await registers(evening, 'zhang', eventId)
      valueOf(await evening.call('zhang', cancelRegistration, evening.shown('zhang', eventId)))
      const ask = wish(eventId)
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
    call: 'registrations/cancel', when: 'a party of two, for whom two others come in',
    async stage(evening) {
      const eventId = await evening.publish(later(2))
      await registers(evening, 'zhang', eventId, { partySize: 2 })
      await registers(evening, 'li', eventId, { callName: '老李' })
      await registers(evening, 'chen', eventId, { callName: '小陈' })
      const shown = evening.shown('zhang', eventId)
      return () => evening.call('zhang', cancelRegistration, shown)
    },
  },
  {
    call: 'registrations/cancel', when: 'with a phone and answers',
    async stage(evening) {
      const eventId = await evening.publish(asking)
      await registers(evening, 'zhang', eventId, answered)
      const shown = evening.shown('zhang', eventId)
      return () => evening.call('zhang', cancelRegistration, shown)
    },
  },
  {
    call: 'registrations/cancel', when: 'leaving the queue',
    async stage(evening) {
      const eventId = await evening.publish(later(1))
      await registers(evening, 'li', eventId, { callName: '老李' })
      await registers(evening, 'zhang', eventId)
      const shown = evening.shown('zhang', eventId)
      return () => evening.call('zhang', cancelRegistration, shown)
    },
  },
  {
    call: 'registrations/undo-cancel', when: 'with a phone',
    async stage(evening) {
      const eventId = await evening.publish(twoSessions)
      await registers(evening, 'zhang', eventId, { phone: '13912345678', partySize: 2 })
      const shown = evening.shown('zhang', eventId)
      valueOf(await evening.call('zhang', cancelRegistration, shown))
      // Both the call and its repeat a minute later come within the half minute.
      evening.cloud.db.update('registrations', { eventId }, { $set: { cancelledAt: '2026-11-27T10:21:40.000Z' } })
      const again = { eventId, was: shown.was, recordId: newRecordId() }
      return () => evening.call('zhang', undoCancel, again)
    },
  },
  {
    call: 'registrations/change', when: 'fewer, so that somebody comes in',
    async stage(evening) {
      const eventId = await evening.publish(later(2))
      await registers(evening, 'zhang', eventId, { partySize: 2 })
      await registers(evening, 'li', eventId, { callName: '老李' })
      const change = { recordId: newRecordId(), eventId, was: evening.shown('zhang', eventId).was, partySize: 1, children: 0 }
      return () => evening.call('zhang', changeParty, change)
    },
  },
  {
    call: 'registrations/change', when: 'of a party that waits, so that it fits',
    async stage(evening) {
      const eventId = await evening.publish(later(2))
      await registers(evening, 'li', eventId, { callName: '老李' })
      await registers(evening, 'zhang', eventId, { partySize: 2 })
      const change = { recordId: newRecordId(), eventId, was: evening.shown('zhang', eventId).was, partySize: 1, children: 0 }
      return () => evening.call('zhang', changeParty, change)
    },
  },
  {
    call: 'registrations/take-offer', when: 'in the last hour',
    async stage(evening) {
      const eventId = await evening.publish({ sessions: [session(0, 1)] })
      await registers(evening, 'li', eventId, { callName: '老李' })
      await registers(evening, 'zhang', eventId)
      valueOf(await evening.call('li', cancelRegistration, evening.shown('li', eventId)))
      const offer = { eventId, was: evening.shown('zhang', eventId).was }
      return () => evening.call('zhang', takeOffer, offer)
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
      const old = (personKey: string) => ({ eventId: 'old', personKey, eraseOn: '2026-01-01' })
      cloud.db.insertMany('answers', ['p1', 'p2'].map((personKey) => ({ _id: `said-by-${personKey}`, ...old(personKey), at: earlier, settled: true, phone: { sealed: 'k1.a.b.c', mask: '***00' }, answers: {} })))
      cloud.db.insertMany('registrations', ['p1', 'p2'].map((personKey) => ({ _id: `old:${personKey}`, ...old(personKey), by: personKey, status: 'confirmed', sessions: ['s1'], said: `said-by-${personKey}`, phoneMask: '***00' })))
      cloud.db.insertMany('invitations', [{ _id: 'i-old', unitId: 'yuyin', path: ['hewan', 'yuyin'], role: 'admin', name: '新主任', usedBy: null, cancelled: false, expiresAt: '2026-01-01T00:00:00.000Z', eraseOn: '2026-01-31' }])
      return async () => (await cloud.invoke('people', { source: 'timer' })) as { ok: boolean }
    },
  },
  {
    call: 'people/forget', when: 'a 熟面孔 who came no more, and one who did',
    async stage(evening) {
      const sessionId = `${await evening.publish()}-s1`
      const [gone] = [valueOf(await evening.call('chen', meetFace, { ...tapped, recordId: newRecordId(), sessionId, callName: '吴奶奶' })), valueOf(await evening.call('chen', meetFace, { ...tapped, recordId: newRecordId(), sessionId, callName: '郑奶奶' }))]
      evening.cloud.db.remove('attendance', { personKey: gone.personKey })
      evening.cloud.db.update('faces', {}, { $set: { eraseOn: '2026-11-20' } })
      return async () => (await evening.cloud.invoke('people', { source: 'timer' })) as { ok: boolean }
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
