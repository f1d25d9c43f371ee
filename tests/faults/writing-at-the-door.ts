/** Who and how many came, marked and taken back. */
import { checkIn } from '../../contract/attendance/check-in'
import { checkInCode } from '../../contract/attendance/check-in-code'
import { checkInSelf } from '../../contract/attendance/check-in-self'
import { meetFace } from '../../contract/attendance/faces'
import { headcount } from '../../contract/attendance/headcount'
import { markHeld } from '../../contract/attendance/mark-held'
import { undo } from '../../contract/attendance/undo'
import { venueCode } from '../../contract/attendance/venue-code'
import { walkIn } from '../../contract/attendance/walk-in'
import { card } from '../../contract/people/card'
import { entryKey } from '../../contract/registrations/entry-key'
import type { Sent } from '../../emulator/world/call-function'
import { codeShown } from '../../src/stores/code-text'
import { newRecordId, session, valueOf, type Evening } from '../functions/community-evening'
import { registers, tapped, type WritingCall } from './writing-call'

type Of = Sent<typeof undo>['of']

/** An event of this evening for which 张阿姨 has registered with one companion. */
async function sessionOfTonight(evening: Evening): Promise<string> {
  const eventId = await evening.publish()
  await registers(evening, 'zhang', eventId, { partySize: 2 })
  return `${eventId}-s1`
}

const mark = (sessionId: string, present: number) => ({ ...tapped, recordId: newRecordId(), sessionId, personKey: 'p-zhang', present, source: 'tap' as const })
const walkedIn = (sessionId: string) => ({ ...tapped, recordId: newRecordId(), sessionId, people: 2, callName: '王师傅', source: 'tap' as const })
const counted = (sessionId: string) => ({ ...tapped, recordId: newRecordId(), sessionId, people: 40, softness: 'over' as const, source: 'tap' as const })

function undoing(evening: Evening, sessionId: string, of: Of) {
  const input = { ...tapped, recordId: newRecordId(), sessionId, of }
  return () => evening.call('chen', undo, input)
}

const shownAt = Date.parse(tapped.at)
async function entryCodeOf(evening: Evening, sessionId: string): Promise<string> {
  const { sessions } = valueOf(await evening.call('zhang', entryKey, { eventId: sessionId.replace(/-s1$/, '') }))
  return codeShown(sessions[0]!.code, shownAt).text
}
async function venueCodeOf(evening: Evening, sessionId: string): Promise<string> {
  return codeShown(valueOf(await evening.call('chen', venueCode, { sessionId })).code, shownAt).text
}

export const roomCalls: readonly WritingCall[] = [
  {
    call: 'attendance/check-in', when: 'the first mark',
    async stage(evening) {
      const input = mark(await sessionOfTonight(evening), 1)
      return () => evening.call('chen', checkIn, input)
    },
  },
  {
    call: 'attendance/meet-face', when: 'somebody new',
    async stage(evening) {
      const input = { ...tapped, recordId: newRecordId(), sessionId: await sessionOfTonight(evening), callName: '吴奶奶', building: '2号楼' }
      return () => evening.call('chen', meetFace, input)
    },
  },
  {
    call: 'attendance/check-in', when: 'a second mark',
    async stage(evening) {
      const sessionId = await sessionOfTonight(evening)
      valueOf(await evening.call('lin', checkIn, mark(sessionId, 1)))
      const input = mark(sessionId, 2)
      return () => evening.call('chen', checkIn, input)
    },
  },
  {
    call: 'attendance/check-in-code', when: 'the first mark',
    async stage(evening) {
      const sessionId = await sessionOfTonight(evening)
      const input = { ...tapped, recordId: newRecordId(), sessionId, code: await entryCodeOf(evening, sessionId) }
      return () => evening.call('chen', checkInCode, input)
    },
  },
  {
    call: 'attendance/check-in-code', when: 'a card of who was tapped in already',
    async stage(evening) {
      const sessionId = await sessionOfTonight(evening)
      valueOf(await evening.call('lin', checkIn, mark(sessionId, 1)))
      const input = { ...tapped, recordId: newRecordId(), sessionId, code: valueOf(await evening.call('zhang', card, {})).code }
      return () => evening.call('chen', checkInCode, input)
    },
  },
  {
    call: 'attendance/check-in-self', when: 'the first mark',
    async stage(evening) {
      const sessionId = await sessionOfTonight(evening)
      const input = { ...tapped, recordId: newRecordId(), code: await venueCodeOf(evening, sessionId) }
      return () => evening.call('zhang', checkInSelf, input)
    },
  },
  {
    call: 'attendance/check-in-self', when: 'after a worker tapped',
    async stage(evening) {
      const sessionId = await sessionOfTonight(evening)
      valueOf(await evening.call('chen', checkIn, mark(sessionId, 1)))
      const input = { ...tapped, recordId: newRecordId(), code: await venueCodeOf(evening, sessionId) }
      return () => evening.call('zhang', checkInSelf, input)
    },
  },
  {
    call: 'attendance/undo', when: 'a check-in marked twice',
    async stage(evening) {
      const sessionId = await sessionOfTonight(evening)
      const marks = [mark(sessionId, 1), mark(sessionId, 2)]
      for (const one of marks) valueOf(await evening.call('chen', checkIn, one))
      return undoing(evening, sessionId, { what: 'check-in', personKey: 'p-zhang', marks: marks.map(({ recordId }) => recordId) })
    },
  },
  {
    call: 'attendance/undo', when: 'a check-in that is still on its way',
    stage: async (evening) => undoing(evening, await sessionOfTonight(evening), { what: 'check-in', personKey: 'p-zhang', marks: [newRecordId()] }),
  },
  {
    call: 'attendance/undo', when: 'a walk-in',
    async stage(evening) {
      const made = walkedIn(await sessionOfTonight(evening))
      valueOf(await evening.call('chen', walkIn, made))
      return undoing(evening, made.sessionId, { what: 'walk-in', recordId: made.recordId })
    },
  },
  {
    call: 'attendance/undo', when: 'a walk-in that is still on its way',
    stage: async (evening) => undoing(evening, await sessionOfTonight(evening), { what: 'walk-in', recordId: newRecordId() }),
  },
  {
    call: 'attendance/undo', when: 'a headcount',
    async stage(evening) {
      const made = counted(await sessionOfTonight(evening))
      valueOf(await evening.call('chen', headcount, made))
      return undoing(evening, made.sessionId, { what: 'headcount', recordId: made.recordId })
    },
  },
  {
    call: 'attendance/walk-in', when: 'two people',
    async stage(evening) {
      const input = walkedIn(await sessionOfTonight(evening))
      return () => evening.call('chen', walkIn, input)
    },
  },
  {
    call: 'attendance/headcount', when: '40余人',
    async stage(evening) {
      const input = counted(await sessionOfTonight(evening))
      return () => evening.call('chen', headcount, input)
    },
  },
  {
    call: 'attendance/mark-held', when: 'the second of two sessions',
    async stage(evening) {
      const eventId = await evening.publish({ sessions: [session(-2), session(-1)] })
      return () => evening.call('chen', markHeld, { sessionId: `${eventId}-s2`, held: true })
    },
  },
]
