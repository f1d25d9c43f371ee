/** What timers go on with where calls broke off: each job with everything at once that it mends, itself broken off anywhere. */
import { publishEvent } from '../../contract/events/publish'
import { eraseMe } from '../../contract/people/erase'
import { inviteToRole } from '../../contract/roles/invite'
import { sendSuggestion } from '../../contract/suggestions/send'
import { newRecordId, session, valueOf, type Evening } from '../functions/community-evening'
import { earlier, registers, type WritingCall } from './writing-call'
import { closedOctober } from './writing-reports'

const timer = (evening: Evening, name: string) => async () => (await evening.cloud.invoke(name, { source: 'timer' })) as { ok: boolean }

async function cutOff(evening: Evening, functionName: string, operation: number, call: () => Promise<unknown>): Promise<void> {
  const armed = evening.cloud.faults.arm({ functionName, operation, fault: 'cut-off', moment: 'after' })
  await call().catch(() => undefined)
  evening.cloud.faults.disarm()
  if (armed.struck === null) throw new Error(`${functionName} has no operation ${operation}`)
}

/** 张阿姨 had the one place for which 老李 waits; in the book it is free already. */
async function freePlace(evening: Evening): Promise<void> {
  const eventId = await evening.publish({ sessions: [session(3, 1)] })
  await registers(evening, 'zhang', eventId)
  await registers(evening, 'li', eventId, { callName: '老李' })
  evening.cloud.db.update('seat-books', { _id: eventId }, { $unset: { 'taken.p-zhang': '' }, $set: { 'left.s1': 1 } })
}

export const sweepCalls: readonly WritingCall[] = [
  {
    call: 'registrations/sweep', when: 'a free place that somebody waits for, and what was said with a wish that brought nothing',
    async stage(evening) {
      await freePlace(evening)
      evening.cloud.db.insertMany('answers', [{ _id: 'a-wish-of-before-', eventId: 'old', personKey: 'p-zhang', at: '2026-11-27T10:00:00.000Z', settled: false, phone: null, answers: { q1: '素食' }, eraseOn: '2027-03-01' }])
      return timer(evening, 'registrations')
    },
  },
  {
    call: 'registrations/sweep', when: 'an event half published, and one half called off',
    async stage(evening) {
      const draft = await evening.plan({ sessions: [session(3)] })
      await cutOff(evening, 'events', 3, () => evening.call('lin', publishEvent, { eventId: draft }))
      const off = await evening.publish({ sessions: [session(3)] })
      await registers(evening, 'zhang', off)
      evening.cloud.db.update('seat-books', { _id: off }, { $set: { status: 'cancelled', cancellation: { by: 'p-lin', at: earlier, reason: '下雨' } } })
      return timer(evening, 'registrations')
    },
  },
  {
    call: 'people/forget', when: 'an erasing that broke off halfway',
    async stage(evening) {
      const eventId = await evening.publish({ sessions: [session(3, 1)] })
      await registers(evening, 'zhang', eventId, { phone: '13912345678' })
      await registers(evening, 'li', eventId, { callName: '老李' })
      valueOf(await evening.call('zhang', sendSuggestion, { recordId: newRecordId(), unitId: 'yuyin', text: '灯坏了' }))
      await cutOff(evening, 'people', 12, () => evening.call('zhang', eraseMe, { word: '删除' }))
      return timer(evening, 'people')
    },
  },
  {
    call: 'reports/sweep', when: 'a month that was closed with its names still there, and a piece of a submission that broke off',
    async stage(evening) {
      await closedOctober(evening)
      evening.cloud.db.update('reports', { _id: 'yuyin:2026-10' }, { $set: { namesDue: true } })
      evening.cloud.db.insertMany('snapshots', [{ _id: 'yuyin:2026-10:broken-off:0', reportId: 'yuyin:2026-10', hash: 'broken-off', text: '{}', at: '2026-11-27T10:00:00.000Z', loose: true }])
      return timer(evening, 'reports')
    },
  },
  {
    call: 'audit/verify', when: 'a night after another one, with something noted between',
    async stage(evening) {
      // That it ran is noted at most every ten minutes.
      await timer(evening, 'audit')()
      valueOf(await evening.call('lin', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: '小吴' }))
      return timer(evening, 'audit')
    },
  },
]
