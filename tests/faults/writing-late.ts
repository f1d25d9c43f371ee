/** 更正: what comes after its month was closed. Each is written together with its entry in the audit. */
import { checkIn } from '../../contract/attendance/check-in'
import { checkInCode } from '../../contract/attendance/check-in-code'
import { checkInSelf } from '../../contract/attendance/check-in-self'
import { meetFace } from '../../contract/attendance/faces'
import { headcount } from '../../contract/attendance/headcount'
import { walkIn } from '../../contract/attendance/walk-in'
import { venueCode } from '../../contract/attendance/venue-code'
import { card } from '../../contract/people/card'
import { logWork } from '../../contract/work/log'
import { codeShown } from '../../src/stores/code-text'
import { newRecordId, session, valueOf, type Evening } from '../functions/community-evening'
import { tapped, type WritingCall } from './writing-call'
import { approvedOctober, submitted } from './writing-reports'

export const sinceClosed = 'after its month was closed'

/** In the room on the 30th of October. */
const then = { at: '2026-10-30T11:10:00.000Z', offsetMs: 0 } as const

/** `before`: what was noted while the month was open. */
async function sessionOfOctober(evening: Evening, before?: (sessionId: string) => Promise<unknown>): Promise<string> {
  const sessionId = `${await evening.publish({ sessions: [session(-28)] })}-s1`
  await before?.(sessionId)
  await approvedOctober(evening)
  return sessionId
}
const mark = (sessionId: string, source: 'tap' | 'backfill') => ({ ...then, recordId: newRecordId(), sessionId, personKey: 'p-zhang', present: 1, source })

const entry = () => ({ ...tapped, recordId: newRecordId(), indicator: 'banners_hung' as const, quantity: 3, softness: 'exact' as const, on: '2026-10-30', unitId: 'yuyin-1' })

export const lateCalls: readonly WritingCall[] = [
  {
    call: 'attendance/check-in', when: `typed in ${sinceClosed}`,
    async stage(evening) {
      const input = mark(await sessionOfOctober(evening), 'backfill')
      return () => evening.call('lin', checkIn, input)
    },
  },
  {
    call: 'attendance/check-in', when: `a second mark ${sinceClosed}`,
    async stage(evening) {
      const input = mark(await sessionOfOctober(evening, async (sessionId) => valueOf(await evening.call('lin', checkIn, mark(sessionId, 'backfill')))), 'tap')
      return () => evening.call('chen', checkIn, input)
    },
  },
  {
    call: 'attendance/check-in-code', when: `a card, scanned without signal, ${sinceClosed}`,
    async stage(evening) {
      const input = { ...then, recordId: newRecordId(), sessionId: await sessionOfOctober(evening), code: valueOf(await evening.call('zhang', card, {})).code }
      return () => evening.call('chen', checkInCode, input)
    },
  },
  {
    call: 'attendance/check-in-self', when: `the code at the door, ${sinceClosed}`,
    async stage(evening) {
      // A code at the door is of its minute: the night began in October, and the walk's evening is still that night.
      const eventId = await evening.publish()
      const night = { startsAt: '2026-10-31T15:00:00.000Z', on: '2026-10-31', month: '2026-10' }
      evening.cloud.db.update('events', { _id: eventId }, { $set: { months: ['2026-10'], firstOn: night.on, ...Object.fromEntries(Object.entries(night).map(([field, value]) => [`sessions.0.${field}`, value])) } })
      await approvedOctober(evening)
      const code = codeShown(valueOf(await evening.call('chen', venueCode, { sessionId: `${eventId}-s1` })).code, Date.parse(tapped.at)).text
      const input = { ...tapped, recordId: newRecordId(), code }
      return () => evening.call('zhang', checkInSelf, input)
    },
  },
  {
    call: 'attendance/meet-face', when: `somebody new, met without signal, ${sinceClosed}`,
    async stage(evening) {
      const input = { ...then, recordId: newRecordId(), sessionId: await sessionOfOctober(evening), callName: '吴奶奶', building: '2号楼' }
      return () => evening.call('chen', meetFace, input)
    },
  },
  {
    call: 'attendance/walk-in', when: `with a name, ${sinceClosed}`,
    async stage(evening) {
      const input = { ...then, recordId: newRecordId(), sessionId: await sessionOfOctober(evening), people: 2, callName: '王师傅', source: 'tap' as const }
      return () => evening.call('chen', walkIn, input)
    },
  },
  {
    call: 'attendance/headcount', when: `another count, ${sinceClosed}`,
    async stage(evening) {
      const count = (sessionId: string, people: number) => ({ ...then, recordId: newRecordId(), sessionId, people, softness: 'exact' as const, source: 'tap' as const })
      const input = count(await sessionOfOctober(evening, async (sessionId) => valueOf(await evening.call('chen', headcount, count(sessionId, 40)))), 43)
      return () => evening.call('chen', headcount, input)
    },
  },
  {
    call: 'work/log', when: `an entry ${sinceClosed}`,
    async stage(evening) {
      await approvedOctober(evening)
      const input = entry()
      return () => evening.call('chen', logWork, input)
    },
  },
  {
    call: 'work/log', when: 'an entry while its month waits for its approval',
    async stage(evening) {
      await submitted(evening)
      const input = entry()
      return () => evening.call('chen', logWork, input)
    },
  },
]
