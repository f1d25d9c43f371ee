import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventKindNames } from '../../../contract/events/kinds'
import { indicatorNames } from '../../../contract/work/indicators'
import { Months, crowd, october, together } from '../../../tests/facts/by-hand'
import { openFigure } from './figure-opened'
import { printSplit } from './figure-print'
import { figuresOf, monthOf } from './figures'
import type { Facts } from './held-sessions'
import { monthBelow, ownMonth, unitsBelow, valuesOf } from './unit-parts'

const september = { month: '2017-09', now: october }
const values = (facts: Facts, scope = september) => valuesOf(monthOf(facts, scope))
const figure = (facts: Facts, name: string, scope = september) => figuresOf(facts, scope).find((one) => one.name === name)

describe('人次 and 场次', () => {
  test('30 checked in and a headcount of 43 is 43, not 73', () => {
    const month = new Months()
    month.came(`${month.event('seminar', '座谈', ['2017-09-08'])}-s1`, { people: crowd(30), headcount: 43 })
    expect(figure(month, 'seminar_attendances')).toMatchObject({ value: 43, softness: 'exact', split: { signedIn: 30, walkIns: 0, unregistered: 13 } })
    expect(figure(month, 'seminar_attendees')).toMatchObject({ value: 30, unnamed: 13 })
  })
  test('a session that nobody counted is held and gives no 人次, never 0', () => {
    const month = new Months()
    month.event('seminar', '座谈', ['2017-09-08'], { held: true })
    expect(values(month)).toEqual({ seminar_held: { value: 1, softness: 'exact' } })
  })
  test('cancelled, not yet started, undone and never confirmed sessions are not held', () => {
    const month = new Months()
    month.came(`${month.event('talk', '取消了', ['2017-09-08'], { status: 'cancelled', held: true })}-s1`, { walkIns: 4 })
    month.event('talk', '无人记录', ['2017-09-09'])
    const undone = month.event('talk', '点错了', ['2017-09-10'])
    month.attendance.push({ sessionId: `${undone}-s1`, path: month.path, personKey: 'p1', marks: { a: { present: 2, at: '' } }, undone: { a: {} } })
    month.came(`${month.event('talk', '今晚', ['2017-09-30'])}-s1`, { walkIns: 3 })
    expect(figuresOf(month, { ...september, now: Date.parse('2017-09-30T10:59:00.000Z') })).toEqual([])
    expect(values(month)['talk_held']).toEqual({ value: 1, softness: 'exact' })
  })
  test('an event over two months gives each month its own sessions', () => {
    const month = new Months()
    const id = month.event('recreation', '晚会', ['2017-09-30', '2017-10-01'])
    month.came(`${id}-s1`, { walkIns: 5 }).came(`${id}-s2`, { walkIns: 7 })
    const scope = { now: Date.parse('2017-11-01T00:00:00.000Z') }
    expect(values(month, { ...scope, month: '2017-09' })['recreation_attendances']?.value).toBe(5)
    expect(values(month, { ...scope, month: '2017-10' })).toMatchObject({ recreation_held: { value: 1 }, recreation_attendances: { value: 7 } })
  })
  test('a 期 counts once, in the month of its first held session, with its 场 beside it', () => {
    const month = new Months()
    const id = month.event('training_class', '电脑班', ['2017-08-30', '2017-09-06', '2017-09-13', '2017-10-11'])
    month.came(`${id}-s2`, { walkIns: 9 }).came(`${id}-s3`, { walkIns: 8 })
    expect(values(month)).toMatchObject({ training_class_held: { value: 1 }, training_class_sessions: { value: 2 }, training_class_attendances: { value: 17 } })
    month.came(`${id}-s1`, { walkIns: 6 })
    expect(values(month)['training_class_held']).toBeUndefined()
    expect(values(month)['training_class_sessions']?.value).toBe(2)
    expect(values(month, { ...september, month: '2017-08' })['training_class_held']?.value).toBe(1)
  })
})

describe('人数', () => {
  test('a resident at three events is 3 人次 and 1 人; companions have no key', () => {
    const month = new Months()
    for (const day of ['2017-09-02', '2017-09-03', '2017-09-04']) month.came(`${month.event('recreation', '跳舞', [day])}-s1`, { people: { zhang: 1 } })
    expect(figure(month, 'recreation_attendances')?.value).toBe(3)
    expect(figure(month, 'attendees')).toMatchObject({ value: 1, unnamed: 0 })
    month.came(`${month.event('gala', '演出', ['2017-09-05'])}-s1`, { people: { zhang: 4 }, walkIns: 2 })
    expect(figure(month, 'attendees')).toMatchObject({ value: 1, unnamed: 5 })
    expect(figure(month, 'gala_attendees')).toMatchObject({ value: 1, unnamed: 5 })
  })
  test('只清点不留名: 人次, never 人数', () => {
    const month = new Months()
    month.came(`${month.event('free_clinic', '义诊', ['2017-09-02'], { countOnly: true })}-s1`, { people: { zhang: 1 }, headcount: 30 })
    expect(Object.keys(values(month))).toEqual(['free_clinic_held', 'free_clinic_attendances'])
  })
})

describe('softness', () => {
  test('余 with 多 and 上千 stays 余, with 约 or 近 becomes 约', () => {
    const month = new Months().entry('leaflets_given', 300, '2017-09-02', { softness: 'over' }).entry('leaflets_given', 1000, '2017-09-03', { softness: 'thousand' }).entry('leaflets_given', 12, '2017-09-03')
    expect(values(month)['leaflets_given']).toEqual({ value: 1312, softness: 'over' })
    expect(values(month.entry('leaflets_given', 20, '2017-09-04', { softness: 'near' }))['leaflets_given']).toEqual({ value: 1332, softness: 'about' })
  })
  test('a soft headcount makes 人次 soft only when it decides', () => {
    const month = new Months()
    month.came(`${month.event('gala', '一', ['2017-09-02'])}-s1`, { people: crowd(50), headcount: 40, softness: 'about' })
    expect(values(month)['gala_attendances']).toEqual({ value: 50, softness: 'exact' })
    month.came(`${month.event('gala', '二', ['2017-09-03'])}-s1`, { people: crowd(50), headcount: 200, softness: 'many' })
    expect(values(month)['gala_attendances']).toEqual({ value: 250, softness: 'over' })
  })
  test('40 signed in and 40余 counted is 40余, never exactly 40', () => {
    const month = new Months()
    month.came(`${month.event('gala', '一', ['2017-09-02'])}-s1`, { people: crowd(40), headcount: 40, softness: 'over' })
    expect(values(month)['gala_attendances']).toEqual({ value: 40, softness: 'over' })
  })
  test('what is left of a soft 人次 is soft too: 未实名 and 未登记', () => {
    const month = new Months()
    month.came(`${month.event('gala', '一', ['2017-09-02'])}-s1`, { people: crowd(30), headcount: 43, softness: 'over' })
    expect(figure(month, 'gala_attendees')).toMatchObject({ value: 30, softness: 'exact', unnamed: 13, unnamedSoftness: 'over' })
    const { split, softness } = figure(month, 'gala_attendances')!
    expect(printSplit(split!, softness)).toBe('签到30，未登记13余')
  })
  test('people reached are never exact', () => {
    expect(values(new Months().entry('people_reached', 500, '2017-09-02'))['people_reached']).toEqual({ value: 500, softness: 'about' })
  })
})

describe('work entries', () => {
  test('未计数 is named, is in no sum and is not 0; a withdrawn entry is gone', () => {
    const month = new Months().entry('banners_hung', null, '2017-09-02').entry('slogans_posted', 3, '2017-09-02', { withdrawn: true })
    expect(figuresOf(month, september)).toMatchObject([{ name: 'banners_hung', value: null, uncounted: 1 }])
    expect(figure(month.entry('banners_hung', 3, '2017-09-02'), 'banners_hung')).toMatchObject({ value: 3, uncounted: 1 })
  })
  test('the month before stands beside it, absent when it has no such figure', () => {
    const month = new Months().entry('visits_paid', 10, '2017-09-02').entry('visits_paid', 7, '2017-08-31').entry('disputes_found', 2, '2017-09-02')
    expect(figure(month, 'visits_paid')?.previous).toEqual({ value: 7, softness: 'exact' })
    expect(figure(month, 'disputes_found')?.previous).toBeNull()
  })
})

/** Months of a street, a community of it and two grids, with anything that may happen. */
const anyMonth = fc.array(fc.record({
  at: fc.constantFrom(['s'], ['s', 'c'], ['s', 'c', 'g1'], ['s', 'c', 'g2']),
  kind: fc.constantFrom(...eventKindNames), days: fc.uniqueArray(fc.constantFrom('2017-08-30', '2017-09-01', '2017-09-30', '2017-10-01'), { minLength: 1 }),
  held: fc.boolean(), keys: fc.array(fc.nat(8), { maxLength: 4 }), party: fc.integer({ min: 1, max: 3 }), walkIns: fc.option(fc.nat(5), { nil: undefined }),
  headcount: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }), softness: fc.constantFrom('exact', 'over', 'about'),
  indicator: fc.constantFrom(...indicatorNames), quantity: fc.option(fc.integer({ min: 1, max: 500 })),
}), { maxLength: 12 }).map((all) => together(...all.map((one, index) => {
  const part = new Months(one.at)
  const id = part.event(one.kind, `第${index}个`, [...one.days].sort(), { held: one.held, id: `e${index}` })
  part.came(`${id}-s1`, { people: Object.fromEntries(one.keys.map((key) => [`p${key}`, one.party])), softness: one.softness, ...(one.walkIns && { walkIns: one.walkIns }), ...(one.headcount && { headcount: one.headcount }) })
  return part.entry(one.indicator, one.quantity, '2017-09-10', { _id: `w${index}`, softness: one.softness })
})))

describe('any month', () => {
  test('what a figure opens adds up to it', () => {
    fc.assert(fc.property(anyMonth, (facts) => {
      const month = monthOf(facts, september)
      for (const { name, value, unnamed } of figuresOf(facts, september)) {
        const opened = openFigure(name, month)
        expect(opened).not.toBeNull()
        const counted = [...opened!.sessions.map((one) => one.value), ...opened!.entries.map((one) => one.quantity)].filter((one) => one !== null)
        const sum = counted.reduce((total, one) => total + one, 0)
        if (unnamed === undefined) expect(counted.length === 0 ? null : sum).toBe(value)
        else {
          expect(value).toBeLessThanOrEqual(sum)
          expect(value).toBe(new Set(opened!.sessions.flatMap((one) => one.held.personKeys)).size)
        }
      }
    }), { seed: 42 })
  })
  test('a unit is its own facts and its children, exactly; 人数 is between the largest part and their sum', () => {
    fc.assert(fc.property(anyMonth, (facts) => {
      const month = monthOf(facts, september)
      const whole = valuesOf(month)
      const parts = [valuesOf(ownMonth(month, 's')), ...unitsBelow(month, 's').map((child) => valuesOf(monthBelow(month, child)))]
      for (const [name, { value }] of Object.entries(whole)) {
        const counted = parts.flatMap((part) => part[name]?.value ?? [])
        const sum = counted.reduce((total, one) => total + one, 0)
        if (!name.endsWith('attendees')) expect(sum).toBe(value)
        else expect(value >= Math.max(...counted) && value <= sum).toBe(true)
      }
    }), { seed: 42 })
  })
})
