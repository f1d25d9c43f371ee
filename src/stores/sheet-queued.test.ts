import { describe, expect, test } from 'vitest'
import type { InQueue } from './queue/queued-record'
import { withQueued, type SheetNow } from './sheet-queued'

const stamp = { at: '2026-11-28T01:00:00.000Z', offsetMs: 0, sessionId: 'e-s1' }
const queued = (call: InQueue['call'], input: object, more: Partial<InQueue> = {}): InQueue =>
  ({ call, input: { ...stamp, recordId: 'record-1234567890', ...input }, order: 1, owner: 'p-chen', refused: null, state: 'waiting', failed: null, locked: false, ...more }) as InQueue
const row = (n: number, present: number | null, source: 'tap' | 'paper' | null): SheetNow['rows'][number] =>
  ({ number: n, personKey: `p-${n}`, callName: '张阿姨', building: null, partySize: 3, cancelled: false, present, source, marks: present === null ? [] : [`mark-${n}`] })
// 5 signed in: 2 of row 2, and 3 who have no row here.
const value: SheetNow = {
  session: { id: 'e-s1', eventId: 'e', kind: 'talk', title: '讲座', placeName: '活动室', startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:30:00.000Z', countOnly: false }, until: '2026-12-04T12:30:00.000Z',
  rows: [row(1, null, null), row(2, 2, 'tap')], lines: [{ line: 1, people: 2, callName: null, recordIds: ['line-1'] }], headcounts: [],
  room: { signedIn: 5, walkIns: 6, headcount: null, softness: 'exact', unregistered: 0, attendances: 11 },
}
const paper = { source: 'paper' }

describe('what waits on this phone', () => {
  test('a row is in, and says that it waits; who has no row here stays counted', () => {
    const now = withQueued(value, [queued('attendance/check-in', { ...paper, personKey: 'p-1', present: 3 })])
    expect(now.rows[0]).toMatchObject({ present: 3, source: 'paper', waiting: true, marks: ['record-1234567890'] })
    expect(now.room).toMatchObject({ signedIn: 8, attendances: 14 })
  })
  test('a neighbour who stands on no sheet is counted once, and not once they are taken back', () => {
    const met = queued('attendance/meet-face', { callName: '王奶奶', recordId: 'record-met0000000' })
    const tapped = (recordId: string) => queued('attendance/check-in', { source: 'tap', personKey: 'p-elsewhere', present: 1, recordId })
    const signedIn = (records: InQueue[]) => withQueued(value, records).room.signedIn
    expect(signedIn([met, tapped('record-1234567890'), tapped('record-1234567891')])).toBe(7)
    expect(signedIn([met, queued('attendance/undo', { recordId: 'record-back000000', of: { what: 'meet-face', recordId: 'record-met0000000' } })])).toBe(5)
  })
  test('a code that was scanned here puts its row in; one of a neighbour without a row, and who was taken in at the door, are counted', () => {
    const code = (about: object | undefined, recordId: string) => queued('attendance/check-in-code', { code: 'L1', recordId }, about ? { about } as Partial<InQueue> : {})
    const now = withQueued(value, [
      code({ personKey: 'p-1', present: 3 }, 'record-1234567890'), code({ personKey: 'p-elsewhere', present: 1 }, 'record-1234567891'), code(undefined, 'record-1234567892'),
      queued('attendance/walk-in', { source: 'tap', people: 4, recordId: 'record-1234567893' }),
    ])
    expect(now.rows[0]).toMatchObject({ present: 3, source: 'code', waiting: true })
    expect(now.room).toMatchObject({ signedIn: 5 + 3 + 1, walkIns: 6 + 4, attendances: 19 })
    const back = queued('attendance/undo', { recordId: 'record-back000000', of: { what: 'walk-in', recordId: 'record-1234567893' } })
    expect(withQueued(value, [queued('attendance/walk-in', { source: 'tap', people: 4, recordId: 'record-1234567893' }), back]).room.walkIns).toBe(6)
  })
  test('what was tapped stands against paper', () => {
    const now = withQueued(value, [queued('attendance/check-in', { ...paper, personKey: 'p-2', present: 3 })])
    expect([now.rows[1]?.present, now.rows[1]?.source, now.room.signedIn]).toEqual([2, 'tap', 5])
  })
  test('the same blank row again is the later one, not both', () => {
    const now = withQueued(value, [queued('attendance/walk-in', { ...paper, line: 1, people: 4 }), queued('attendance/walk-in', { ...paper, recordId: 'record-abcdefghij', line: 2, people: 1 })])
    expect(now.lines.map(({ line, people }) => [line, people])).toEqual([[1, 4], [2, 1]])
    expect(now.room.walkIns).toBe(6 + 2 + 1)
  })
  test('a room that was counted makes the rest 未登记; one counted there stands against paper', () => {
    const now = withQueued(value, [queued('attendance/headcount', { ...paper, people: 43 })])
    expect(now.room).toMatchObject({ headcount: 43, unregistered: 32, attendances: 43 })
    const inTheRoom = { ...value, headcounts: [{ recordId: 'h', people: 20, source: 'tap' as const }], room: { ...value.room, headcount: 20 } }
    expect(withQueued(inTheRoom, [queued('attendance/headcount', { ...paper, people: 43 })]).room.headcount).toBe(20)
  })
  test('an undo takes back what it names and nothing else', () => {
    const undo = (of: object) => withQueued(value, [queued('attendance/undo', { of })])
    expect(undo({ what: 'check-in', personKey: 'p-2', marks: ['mark-2'] }).room.signedIn).toBe(3)
    expect(undo({ what: 'check-in', personKey: 'p-1', marks: ['mark-2'] }).room).toEqual(value.room)
    expect(undo({ what: 'walk-in', recordId: 'line-1' }).room.walkIns).toBe(4)
  })
  test('what was refused, and what is of another session, is not here', () => {
    const mark = { ...paper, personKey: 'p-1', present: 3 }
    expect(withQueued(value, [queued('attendance/check-in', mark, { state: 'refused' }), queued('attendance/check-in', { ...mark, sessionId: 'other-s1' })])).toEqual(value)
  })
})
