/** Sign-in sheets printed, and typed in afterwards. */
import { checkIn } from '../../contract/attendance/check-in'
import { headcount } from '../../contract/attendance/headcount'
import { walkIn } from '../../contract/attendance/walk-in'
import { signInSheet } from '../../contract/reports/sign-in-sheet'
import { newRecordId, valueOf } from '../functions/community-evening'
import { registers, tapped, type WritingCall } from './writing-call'

const fromPaper = (sessionId: string) => ({ ...tapped, recordId: newRecordId(), sessionId, source: 'paper' as const })

export const paperCalls: readonly WritingCall[] = [
  {
    call: 'reports/sign-in-sheet', when: 'for the first time',
    async stage(evening) {
      const eventId = await evening.publish()
      await registers(evening, 'zhang', eventId)
      const input = { recordId: newRecordId(), sessionId: `${eventId}-s1` }
      return () => evening.call('chen', signInSheet, input)
    },
  },
  {
    call: 'reports/sign-in-sheet', when: 'somebody registered since',
    async stage(evening) {
      const eventId = await evening.publish()
      await registers(evening, 'zhang', eventId)
      valueOf(await evening.call('lin', signInSheet, { recordId: newRecordId(), sessionId: `${eventId}-s1` }))
      await registers(evening, 'li', eventId, { callName: '李叔' })
      const input = { recordId: newRecordId(), sessionId: `${eventId}-s1` }
      return () => evening.call('chen', signInSheet, input)
    },
  },
  {
    call: 'attendance/check-in', when: 'a row of a sheet',
    async stage(evening) {
      const eventId = await evening.publish()
      await registers(evening, 'zhang', eventId)
      const input = { ...fromPaper(`${eventId}-s1`), personKey: 'p-zhang', present: 1 }
      return () => evening.call('chen', checkIn, input)
    },
  },
  {
    call: 'attendance/walk-in', when: 'a blank row of a sheet',
    async stage(evening) {
      const input = { ...fromPaper(`${await evening.publish()}-s1`), people: 2, callName: '王师傅', line: 1 }
      return () => evening.call('chen', walkIn, input)
    },
  },
  {
    call: 'attendance/headcount', when: 'written on a sheet',
    async stage(evening) {
      const input = { ...fromPaper(`${await evening.publish()}-s1`), people: 43, softness: 'exact' as const }
      return () => evening.call('chen', headcount, input)
    },
  },
]
