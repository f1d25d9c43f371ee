/** A real month in which nothing was counted: everything is named, and no number is made up. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { indicatorOf, type IndicatorName } from '../../contract/work/indicators'
import type { Report } from '../../contract/reports/report'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { draftAsLin, figuresIn, textOf, wordsOfWord, type Golden } from './printed'

const golden = JSON.parse(readFileSync(join(__dirname, 'office-may.json'), 'utf8')) as Golden

let world: OpenWorld
let report: Report
beforeAll(async () => {
  world = await openWorld({ name: 'office-may' })
  report = await draftAsLin(world, '2009-05')
})
afterAll(() => world.stop())

test.each(golden.events)('the text names $zh with its day, and does not count it', ({ zh, date, place }) => {
  const [, month, day] = date.split('-').map(Number)
  const sentence = textOf(report).split('。').find((one) => one.includes(zh))
  expect(sentence).toContain(`${month}月${day}日`)
  if (place) expect(sentence).toContain(place)
})

test.each(golden.entries_without_quantity)('the text names $indicator', ({ indicator }) => {
  expect(textOf(report, 'publicity')).toContain(indicatorOf(indicator as IndicatorName).act)
})

test('the text prints no figure, no 人次, no 人数 and no 0', () => {
  expect(figuresIn(report)).toEqual([])
  expect(textOf(report)).not.toMatch(/人次|人数|\d+ *[场次期人]/)
  expect(textOf(report).replace(/\d{4}年|\d{1,2}月(\d{1,2}日)?/g, '')).not.toMatch(/\d/)
})

test('the counts of events stand in the table alone, and nothing else has a value there', () => {
  const counted = report.table.filter((figure) => figure.value !== null)
  expect(counted.map((figure) => [figure.name, figure.value, figure.unit]).sort()).toEqual([
    ['donation_drive_held', 1, '次'], ['free_clinic_held', 1, '场次'], ['mobilisation_meeting_held', 1, '次'], ['study_session_held', 1, '次'],
  ])
  expect(report.table.filter((figure) => figure.value === null).map((figure) => figure.name).sort()).toEqual(golden.entries_without_quantity.map((entry) => entry.indicator).sort())
  expect(report.events.map((event) => [event.title, event.attendances])).toEqual(golden.events.map((event) => [event.zh, null]).sort(byDay))
})

test('the Word file has no 人次, no 人数 and no 0 either', async () => {
  const lines = await wordsOfWord(world, '2009-05')
  expect(lines.length).toBeGreaterThan(20)
  expect(lines.filter((line) => /人次|人数|(?<![0-9.:])0(?![0-9.:])/.test(line))).toEqual([])
})

function byDay([a]: (string | null)[], [b]: (string | null)[]): number {
  const dayOf = (zh: string | null | undefined) => golden.events.find((event) => event.zh === zh)?.date ?? ''
  return dayOf(a) < dayOf(b) ? -1 : 1
}
