import { describe, expect, test } from 'vitest'
import type { Figure } from '#contract/totals/figure'
import { printAmount, printWithUnit } from './figure-print'
import { figureGroups, figureRow, peopleFigure, unnamedWords } from './figure-rows'

const figure = (over: Partial<Figure>): Figure => ({
  name: 'banners_hung', zh: '横幅', unit: '幅', group: 'publicity', value: 3, softness: 'exact', uncounted: 0, previous: null, ...over,
})

describe('printing a figure', () => {
  test('softness stays part of the number', () => {
    expect(printAmount({ value: 240, softness: 'over' })).toBe('240余')
    expect(printAmount({ value: 1050, softness: 'about' })).toBe('约1050')
    expect(printAmount({ value: 41, softness: 'exact' })).toBe('41')
    expect(printWithUnit({ value: 300, softness: 'over' }, '份')).toBe('300余份')
  })
  test('money is kept in 分 and shown in 元', () => {
    expect(printAmount({ value: 350000, softness: 'exact' }, true)).toBe('3500')
    expect(printAmount({ value: 35005, softness: 'exact' }, true)).toBe('350.05')
    expect(printAmount({ value: 500000, softness: 'over' }, true)).toBe('5000余')
  })
})

describe('rows of a month', () => {
  test('stand in 活动, 宣传, 工作 in the order they came, and an absent group has no heading', () => {
    const groups = figureGroups([
      figure({ name: 'seminar_held', zh: '座谈会', unit: '场次', group: 'events', value: 2 }),
      figure({ name: 'seminar_attendances', zh: '座谈会参加人次', unit: '人次', group: 'events', value: 41 }),
      figure({ name: 'disputes_found', zh: '矛盾纠纷排查', unit: '起', group: 'work', value: 9 }),
      figure({ name: 'disputes_settled', zh: '矛盾纠纷调处', unit: '起', group: 'work', value: 2 }),
    ])
    expect(groups.map((group) => group.title)).toEqual(['活动', '工作'])
    expect(groups[1]?.rows.map((row) => row.print)).toEqual(['9', '2'])
  })
  test('人次 stand under their kind and are heard with it', () => {
    const row = figureRow(figure({ name: 'work_meeting_attendances', zh: 'x', unit: '人次', group: 'events', value: 41 }))
    expect(row).toMatchObject({ label: '参加', indented: true, fullLabel: '部署会参加人次' })
  })
  test('volunteers that were entered are no event figure', () => {
    expect(figureRow(figure({ name: 'volunteer_attendances', zh: '志愿者', group: 'work' }))).toMatchObject({ label: '志愿者', indented: false })
  })
  test('what was not counted is words and never a number', () => {
    expect(figureRow(figure({ value: null, uncounted: 2 }))).toMatchObject({ print: null, uncounted: '2 笔未计数' })
    expect(figureRow(figure({ value: 5, uncounted: 1 }))).toMatchObject({ print: '5', uncounted: '另有 1 笔未计数' })
    expect(figureRow(figure({ value: null })).print).toBeNull()
  })
  test('the month before keeps its own softness', () => {
    expect(figureRow(figure({ previous: { value: 300, softness: 'over' } })).previous).toBe('300余')
    expect(figureRow(figure({})).previous).toBeNull()
  })
  test('人数 stands by itself and says who is not in it', () => {
    const people = figure({ name: 'attendees', zh: '实名人数', unit: '人', group: 'people', value: 183, unnamed: 52 })
    expect(peopleFigure([figure({}), people])).toBe(people)
    expect(unnamedWords(people)).toBe('另有 52 人次未实名')
    expect(unnamedWords(figure({ unnamed: 42, unnamedSoftness: 'over' }))).toBe('另有 42余 人次未实名')
    expect(unnamedWords(figure({ unnamed: 0 }))).toBeNull()
  })
})
