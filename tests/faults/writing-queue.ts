/** A batch from a worker's phone. Each record is made once or not at all, so of a batch that broke off the first ones are there, and of one with trouble at a record all others. */
import { checkIn } from '../../contract/attendance/check-in'
import { walkIn } from '../../contract/attendance/walk-in'
import { sendQueue } from '../../contract/queue/send'
import { logWork } from '../../contract/work/log'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import { registers, tapped, type WritingCall } from './writing-call'

interface Waiting { call: string; input: object }
const waiting = (call: string, input: object): Waiting => ({ call, input: { ...tapped, recordId: newRecordId(), ...input } })
const banners = { indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1', ...tapped } as const

/** Well only where every record has its receipt. */
function sending(evening: Evening, records: Waiting[]) {
  const send = (some: Waiting[]) => async () => {
    const answer = await evening.call('chen', sendQueue, { records: some })
    return { ...answer, ok: answer.ok && answer.value.answers.every((one) => one.ok) }
  }
  return Object.assign(send(records), { parts: records.flatMap((one, index) => [send(records.slice(0, index)), send(records.filter((other) => other !== one))]) })
}

export const queueCalls: readonly WritingCall[] = [
  {
    call: 'queue/send', when: 'an evening at the door',
    async stage(evening) {
      const eventId = await evening.publish()
      const sessionId = `${eventId}-s1`
      await registers(evening, 'zhang', eventId, { partySize: 2 })
      await registers(evening, 'li', eventId, { callName: '老李' })
      const earlier = { ...tapped, recordId: newRecordId(), sessionId, people: 2, source: 'tap' as const }
      valueOf(await evening.call('chen', walkIn, earlier))
      valueOf(await evening.call('lin', checkIn, { ...tapped, recordId: newRecordId(), sessionId, personKey: 'p-li', present: 1, source: 'tap' }))
      const tap = waiting('attendance/check-in', { sessionId, personKey: 'p-zhang', present: 2, source: 'tap' })
      return sending(evening, [
        tap, waiting('attendance/check-in', { sessionId, personKey: 'p-li', present: 1, source: 'tap' }), waiting('attendance/walk-in', { sessionId, people: 2, callName: '王师傅', source: 'tap' }),
        waiting('attendance/headcount', { sessionId, people: 40, softness: 'over', source: 'tap' }), waiting('attendance/undo', { sessionId, of: { what: 'walk-in', recordId: earlier.recordId } }), tap,
      ])
    },
  },
  {
    call: 'queue/send', when: 'a day of work, with a correction',
    async stage(evening) {
      const recordId = newRecordId()
      valueOf(await evening.call('chen', logWork, { ...banners, recordId }))
      return sending(evening, [
        waiting('work/log', banners), waiting('work/log', { ...banners, note: '小区东门' }),
        waiting('work/correct', { entryId: recordId, rev: 1, quantity: 4, softness: 'exact', on: '2026-10-31', reason: '数错了' }),
      ])
    },
  },
]
