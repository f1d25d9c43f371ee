/** What must not happen on paper, whatever a month holds: a forbidden character at a line's edge, a blank page, a torn table; and what another program reads in the files. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figuresOfMonth, monthOf } from '../../cloudfunctions/_shared/rules/figures'
import { reportOf } from '../../cloudfunctions/_shared/rules/report/report-of'
import { monthBelow, ownMonth, valuesOf } from '../../cloudfunctions/_shared/rules/unit-parts'
import { docxOf } from '../../cloudfunctions/reports/document/docx-file'
import { xlsxOf } from '../../cloudfunctions/reports/document/xlsx-file'
import type { PrintedPart } from '../../cloudfunctions/reports/document/unit-tables'
import { readPieces, type Piece } from '../../emulator/verify/read-file'
import { Months, crowd, october, together } from '../facts/by-hand'
import { linesOf, openDesk, type Desk, type Page } from './on-paper'

let desk: Desk
beforeAll(() => { desk = openDesk() })
afterAll(() => desk?.clear())

const districtName = '河东区'
const scope = { month: '2017-09', now: october }
const draftOf = (facts: Months) => reportOf({ unit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, scope, facts, campaigns: [], unitNames: new Map() })

/** GB/T 15834: what closes does not begin a line, what opens does not end one; the two halves of …… stay together. */
const neverFirst = /^([，。、；：？！）］｝〉》」』】〕”’％·]|…[^…])/
const neverLast = /[（［｛〈《「『【〔“‘]$/

describe('避头尾', () => {
  test('no closing mark begins a line and no opening mark ends one, wherever in the line it falls', async () => {
    const marked = '街道说，“请大家都来”（见附表一）；问：谁来？都来！《通知》〔二〕、【三】……完。'
    const paragraphs = Array.from({ length: 29 }, (_, n) => [{ text: `${'居'.repeat(n + 1)}${marked.repeat(3)}` }, { figure: 'visits_paid', print: '50％' }, { text: '。' }])
    const pages = desk.pagesOf(await docxOf({ ...draftOf(new Months()), sections: [{ kind: 'activities', heading: '一、开展活动，注重实效', paragraphs }] }))
    const lines = pages.flatMap((page) => linesOf(page))
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.filter(({ text }) => neverFirst.test(text)).map(({ text }) => text)).toEqual([])
    expect(lines.filter(({ text }) => neverLast.test(text)).map(({ text }) => text)).toEqual([])
  }, 120_000)

  test('nor in the narrow cells of a table', async () => {
    const month = new Months()
    for (let n = 1; n <= 24; n += 1) month.came(`${month.event('talk', `${'邻'.repeat(n)}，（“讲堂”）：问、答！`, [`2017-09-${String(n).padStart(2, '0')}`], { placeName: `${'院'.repeat((n % 9) + 1)}（东）、（西）` })}-s1`, { people: crowd(3), walkIns: 2, headcount: 9 })
    const pages = desk.pagesOf(await docxOf(draftOf(month)))
    // Cells stand beside each other: each of their lines by itself.
    const inTable = pages.slice(pages.findIndex((page) => page.some(({ text }) => text === '活动一览表'))).flat()
    expect(inTable.length).toBeGreaterThan(100)
    expect(inTable.filter(({ text }) => neverFirst.test(text)).map(({ text }) => text)).toEqual([])
  }, 120_000)
})

/** A district of so many communities, each with a month of its own. */
function districtOf(size: number) {
  const ids = Array.from({ length: size }, (_, index) => `c${index + 1}`)
  const names = new Map(ids.map((id, index) => [id, `第${index + 1}社区`]))
  const facts = together(...ids.map((id, index) => {
    const month = new Months(['qu', id]).entry('visits_paid', index + 1, '2017-09-02').entry('leaflets_given', 100, '2017-09-03', { softness: index % 3 === 0 ? 'over' : 'exact' }).entry('money_donated', 12_050, '2017-09-04')
    if (index % 2 === 0) month.entry('banners_hung', 2, '2017-09-05').entry('disputes_found', 1, '2017-09-05').entry('disputes_settled', 1, '2017-09-05')
    return month.came(`${month.event('gala', `${names.get(id)}中秋邻里文艺汇演`, ['2017-09-30'])}-s1`, { people: { everybody: 1, [`p${index}`]: 1 }, headcount: 20 + index })
  }))
  const month = monthOf(facts, scope)
  const report = reportOf({ unit: { id: 'qu', name: districtName, level: 'district' }, scope, facts, campaigns: [], unitNames: names })
  const parts: PrintedPart[] = [{ unit: { name: districtName }, own: true, values: valuesOf(ownMonth(month, 'qu')), imported: {} }, ...ids.map((id) => ({ unit: { name: names.get(id)! }, own: false, values: valuesOf(monthBelow(month, id)), imported: {} }))]
  return { report, parts, month, names }
}

const textOf = (page: Page) => page.map(({ text }) => text).join('\n')

test('a district of 100 communities: no blank page, heads on every page of a table, every community once in each, no row torn', async () => {
  const { report, parts, month } = districtOf(100)
  const pages = desk.pagesOf(await docxOf(report, undefined, parts))
  for (const [index, page] of pages.entries()) {
    expect(page.length, `page ${index + 1}`).toBeGreaterThan(3)
    expect(page.map(({ text }) => text)).toContain(`—${index + 1}—`)
  }
  const from = pages.findIndex((page) => page.some(({ text }) => text === '各单位情况表'))
  expect(from).toBeGreaterThan(0)
  const ofUnits = pages.slice(from)
  for (const page of ofUnits) expect(textOf(page)).toMatch(/^单位$/m)

  // The names of all communities, table after table, in the tree's order; 合计 closes each.
  const firstCells = ofUnits.flatMap((page) => linesOf(page).flatMap(({ text }) => /^(第\d+社区|合计)/.exec(text)?.[1] ?? []))
  const order = [...Array.from({ length: 100 }, (_, index) => `第${index + 1}社区`), '合计']
  const tables = Math.round(firstCells.length / order.length)
  expect(tables).toBeGreaterThan(1)
  expect(firstCells).toEqual(Array.from({ length: tables }, () => order).flat())

  // A row that goes on overleaf would leave its name here and its numbers there.
  const rows = ofUnits.flatMap((page) => linesOf(page)).filter(({ text }) => /^第\d+社区/.test(text))
  const untorn = rows.filter(({ text }) => /^第\d+社区.*\d/.test(text))
  expect(untorn.length).toBe(rows.length)
  const sums = new Map(figuresOfMonth(month).map(({ name, value }) => [name, value]))
  expect([sums.get('visits_paid'), sums.get('attendees'), sums.get('gala_attendances')]).toEqual([5050, 101, 6950])
  expect(ofUnits.flatMap((page) => linesOf(page)).filter(({ text }) => text.startsWith('合计')).map(({ text }) => text).join('|')).toContain('5050')
}, 240_000)

describe('another program', () => {
  const squeezed = (text: string) => text.replace(/\s+/g, '')

  test('reads in the Word file every paragraph and every cell that is in it', async () => {
    const { report, parts } = districtOf(12)
    const file = await docxOf(report, undefined, parts)
    const found = squeezed(desk.wordsOf(file).join('\n'))
    const pieces = readPieces(file) as Piece[]
    expect(pieces.length).toBeGreaterThan(60)
    for (const { cells } of pieces) for (const cell of cells) expect(found).toContain(squeezed(cell))
  }, 120_000)

  test('reads in the workbook every cell as it is, numbers as numbers and soft ones as soft', async () => {
    const { report, parts, month, names } = districtOf(12)
    const file = await xlsxOf({ report, parts, entries: month.entries, unitNames: names })
    const sheets = desk.sheetsOf(file)
    expect([...sheets.keys()].sort()).toEqual(['各单位', '工作记录', '指标', '活动', '说明'].sort())
    const units = sheets.get('各单位') ?? []
    const column = (head: string) => units.map((row) => row[units[0]!.indexOf(head)])
    expect(column('单位').slice(1)).toEqual([...names.values(), '合计'])
    expect(column('走访（人次）').slice(1)).toEqual([...Array.from({ length: 12 }, (_, index) => String(index + 1)), '78'])
    expect(column('资料（份）').slice(1, 4)).toEqual(['100余', '100', '100'])
    expect(column('资料（份）').at(-1)).toBe('1200余')
    expect(column('捐款（元）').slice(1, 3)).toEqual(['120.50', '120.50'])
    for (const [name, rows] of sheets) {
      const own = (readPieces(file) as Piece[]).filter(({ where }) => where === `工作表「${name}」`).map(({ cells }) => cells.map((cell) => Number(cell) || cell))
      expect(rows.map((row) => row.map((cell) => Number(cell.replace(/[约余]/g, '')) || cell)).map((row) => row.filter((cell) => cell !== '')), name).toEqual(own.map((row) => row.filter((cell) => cell !== '')).filter((row) => row.length > 0))
    }
  }, 120_000)
})
