import { describe, expect, test } from 'vitest'
import { presenceOf } from './presence'
import { roomOf, type CountedRoom, type CountedWalkIn } from './room'

const mark = (present: number, minute = 0) => ({ present, at: `2017-09-30T11:${String(minute).padStart(2, '0')}:00.000Z` })
const came = (present: number) => ({ marks: { a: mark(present) }, undone: {} })
const counted = (people: number, minute: number, more: Partial<CountedRoom> = {}): CountedRoom =>
  ({ recordId: `h${minute}`, people, softness: 'exact', area: null, at: mark(0, minute).at, undone: null, ...more })
const walkedIn = (people: number, more: Partial<CountedWalkIn> = {}): CountedWalkIn => ({ recordId: 'w', people, at: mark(0).at, undone: null, ...more })

describe('who is in', () => {
  test('nobody without marks', () => expect(presenceOf({ marks: {}, undone: {} })).toBeNull())
  test('a mark undone is nobody, whichever came first', () => expect(presenceOf({ marks: { a: mark(2) }, undone: { a: {}, never: {} } })).toBeNull())
  test('checked in again after an undo counts, once', () =>
    expect(presenceOf({ marks: { a: mark(2, 1), b: mark(3, 2) }, undone: { a: {} } })).toEqual({ present: 3, at: mark(0, 2).at, marks: ['b'] }))
  test('an undo of one of two marks leaves the other', () =>
    expect(presenceOf({ marks: { a: mark(2, 1), b: mark(3, 2) }, undone: { b: {} } })?.present).toBe(2))
  test('the latest by corrected time decides, not the order of arrival', () =>
    expect(presenceOf({ marks: { late: mark(4, 9), early: mark(1, 3) }, undone: {} })).toEqual({ present: 4, at: mark(0, 9).at, marks: ['early', 'late'] }))
  test('the same instant: the greater record id decides', () => {
    expect(presenceOf({ marks: { b: mark(2), a: mark(5) }, undone: {} })?.present).toBe(2)
    expect(presenceOf({ marks: { a: mark(5), b: mark(2) }, undone: {} })?.present).toBe(2)
  })
})

describe('what was typed in from a sheet', () => {
  const opened = { at: '2017-09-30T10:00:00.000Z' }
  const typed = (present: number, enteredAt: string) => ({ present, ...opened, enteredAt })
  test('never beats what was tapped, also before the start, however much later it is typed in', () =>
    expect(presenceOf({ marks: { z: typed(4, '2017-10-06T01:00:00.000Z'), a: { present: 3, at: '2017-09-30T10:20:00.000Z' } }, undone: {} })?.present).toBe(3))
  test('counts where the tap was taken back', () =>
    expect(presenceOf({ marks: { z: typed(4, '2017-10-06T01:00:00.000Z'), a: mark(3) }, undone: { a: {} } })).toEqual({ present: 4, at: opened.at, marks: ['z'] }))
  test('of two typings the later one decides, whichever id is the greater', () =>
    expect(presenceOf({ marks: { z: typed(4, '2017-10-01T01:00:00.000Z'), a: typed(2, '2017-10-01T02:00:00.000Z') }, undone: {} })?.present).toBe(2))
  test('a counted room stands against the sheet', () =>
    expect(roomOf([], [], [counted(43, 5), counted(50, 0, { recordId: 'z', ...opened, enteredAt: '2017-10-02T01:00:00.000Z' })]).attendances).toBe(43))
  test('the same blank row typed in by two workers is the same people: the later typing, and each row once', () => {
    const row = (line: number, people: number, recordId: string, enteredAt: string) => walkedIn(people, { recordId, line, ...opened, enteredAt })
    const [first, again, other] = [row(1, 1, 'z', '2017-10-01T01:00:00.000Z'), row(1, 2, 'a', '2017-10-01T02:00:00.000Z'), row(2, 3, 'b', '2017-10-01T01:00:00.000Z')]
    for (const all of [[first, again, other], [other, again, first]]) expect(roomOf([], [...all, walkedIn(4)], []).walkIns).toBe(2 + 3 + 4)
    expect(roomOf([], [first, { ...again, undone: {} }, other], []).walkIns).toBe(1 + 3)
  })
})

describe('人次 of a session', () => {
  test('an empty room is 0 and was not counted', () =>
    expect(roomOf([], [], [])).toEqual({ signedIn: 0, walkIns: 0, headcount: null, softness: 'exact', unregistered: 0, attendances: 0 }))
  test('30 checked in and a headcount of 43 is 43: 签到 30 + 未登记 13', () => {
    const room = roomOf(Array.from({ length: 30 }, () => came(1)), [], [counted(43, 5)])
    expect(room).toEqual({ signedIn: 30, walkIns: 0, headcount: 43, softness: 'exact', unregistered: 13, attendances: 43 })
  })
  test('a headcount below what is recorded changes nothing', () =>
    expect(roomOf([came(6)], [walkedIn(5)], [counted(8, 1)])).toMatchObject({ attendances: 11, unregistered: 0, headcount: 8 }))
  test('companions count, undone check-ins and walk-ins do not', () =>
    expect(roomOf([came(3), { marks: { a: mark(9) }, undone: { a: {} } }], [walkedIn(4), walkedIn(9, { undone: {} })], []))
      .toMatchObject({ signedIn: 3, walkIns: 4, attendances: 7 }))
  test('the latest headcount counts, also when it is smaller; an undone one never', () => {
    expect(roomOf([], [], [counted(50, 9), counted(60, 1)]).attendances).toBe(50)
    expect(roomOf([], [], [counted(50, 9, { undone: {} }), counted(60, 1)]).attendances).toBe(60)
  })
  test('named areas are summed, the latest of each', () =>
    expect(roomOf([], [], [counted(20, 1, { area: '一楼' }), counted(10, 2, { area: '二楼' }), counted(25, 3, { area: '一楼', softness: 'about' })]))
      .toMatchObject({ headcount: 35, softness: 'about' }))
  test('a whole room and an area of it are never added: the latest decides which is meant', () => {
    expect(roomOf([], [], [counted(20, 1, { area: '一楼' }), counted(30, 2)]).headcount).toBe(30)
    expect(roomOf([], [], [counted(30, 1), counted(20, 2, { area: '一楼' }), counted(15, 3, { area: '二楼' })]).headcount).toBe(35)
  })
})
