/** A real month: the raw facts of `month-end` give exactly the figures of a published summary, in its order. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../contract/reports/report'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { draftAsLin, figuresIn, figuresOnce, textOf, wordsOfWord, type Golden } from './printed'

const golden = JSON.parse(readFileSync(join(__dirname, 'community-2017.json'), 'utf8')) as Golden

let world: OpenWorld
let report: Report
beforeAll(async () => {
  world = await openWorld({ name: 'month-end' })
  report = await draftAsLin(world, '2017-09')
})
afterAll(() => world.stop())

test('the text prints exactly these figures, with these units, in this order', () => {
  expect(figuresOnce(report)).toEqual(golden.figures.map(({ indicator, value, unit }) => ({ indicator, print: `${value}${unit}` })))
})

test('the table holds each of them, exact and with nothing left uncounted', () => {
  for (const { indicator, value, unit } of golden.figures) {
    expect(report.table.find((figure) => figure.name === indicator)).toMatchObject({ value, unit, softness: 'exact', uncounted: 0, previous: null })
  }
})

describe('sections', () => {
  test('stand in the order of the published one', () => {
    expect(report.sections.map((section) => section.kind)).toEqual(golden.sections.map((section) => section.kind))
  })

  test.each(golden.sections)('$kind uses its figures and no other', ({ kind, uses = [] }) => {
    expect(figuresIn(report, kind).map((figure) => figure.indicator)).toEqual(uses)
  })

  test('the opening names the campaign and its theme', () => {
    expect(textOf(report, 'opening')).toContain(golden.campaign.name)
    expect(textOf(report, 'opening')).toContain(golden.campaign.theme)
  })
})

test('no number stands in the text but figures, days and the names of grids', () => {
  const words = report.sections.flatMap((section) => section.paragraphs.flat()).map((run) => ('text' in run ? run.text : '')).join('')
  expect(words.replace(/\d{4}年|\d{1,2}月(\d{1,2}日)?|第\d网格/g, '')).not.toMatch(/\d/)
})

test('24 of 60 came by name, so the text does not say how many people they were; the table does', () => {
  expect(textOf(report)).not.toContain('实名')
  expect(report.table.find((figure) => figure.name === 'attendees')).toMatchObject({ value: 22, unnamed: 36 })
  expect(report.table.find((figure) => figure.name === 'seminar_attendances')?.split).toEqual({ signedIn: 24, walkIns: 17, unregistered: 19 })
})

test('a first month has no month before beside it', () => {
  expect(report.hasPrevious).toBe(false)
})

test('the Word file prints the same text', async () => {
  const words = (await wordsOfWord(world, '2017-09')).join('')
  for (const line of textOf(report).split('\n')) expect(words).toContain(line)
})
