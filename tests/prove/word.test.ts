/** The Word file on paper: LibreOffice lays it out, pdftotext measures it in points. GB/T 9704: margins, 28 characters by 22 lines. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportOf } from '../../cloudfunctions/_shared/rules/report/report-of'
import { docxOf } from '../../cloudfunctions/reports/document/docx-file'
import { Months, crowd, october } from '../facts/by-hand'
import { middle, mm, openDesk, type Desk, type Page } from './on-paper'

let desk: Desk
beforeAll(() => { desk = openDesk() })
afterAll(() => desk?.clear())

const onPaper = async (report: ReturnType<typeof reportOf>): Promise<Page[]> => desk.pagesOf(await docxOf(report))

const monthOf = (facts: Months) => reportOf({ unit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, scope: { month: '2017-09', now: october }, facts, campaigns: [], unitNames: new Map() })

test('a page of Han characters has 22 lines of 28, inside margins of 37, 35, 28 and 26 mm', async () => {
  const report = monthOf(new Months())
  const pages = await onPaper({ ...report, sections: [{ kind: 'opening', heading: null, paragraphs: [[{ text: '社区文化活动记录'.repeat(200) }]] }] })
  const full = pages[1] ?? []
  const number = full[full.length - 1]
  const body = full.slice(0, -1)
  expect(body.map((line) => line.text.length)).toEqual(Array<number>(22).fill(28))
  for (const line of body) {
    expect(Math.abs(mm(line.left) - 28)).toBeLessThan(1)
    expect(Math.abs(210 - mm(line.right) - 26)).toBeLessThan(1)
  }
  // All of it inside the text block, line after line 28.9 pt apart: an exact pitch puts its spare height above the characters.
  expect(mm(body[0]!.top)).toBeGreaterThan(37)
  expect(mm(body[21]!.bottom)).toBeLessThan(297 - 35 + 1)
  for (const [index, line] of body.slice(1).entries()) expect(Math.abs(line.top - body[index]!.top - 28.9)).toBeLessThan(0.15)
  expect(number?.text).toBe('—2—')
  expect(Math.abs(mm(middle(number!)) - (297 - 35) - 7)).toBeLessThan(1)
})

test('page numbers: odd pages right, even pages left, one character in', async () => {
  const report = monthOf(new Months())
  const pages = await onPaper({ ...report, sections: [{ kind: 'opening', heading: null, paragraphs: [[{ text: '社区文化活动记录'.repeat(200) }]] }] })
  const numbers = pages.map((page) => page[page.length - 1]!)
  expect(numbers.slice(0, 2).map((line) => line.text)).toEqual(['—1—', '—2—'])
  expect(210 - mm(numbers[0]!.right)).toBeGreaterThan(29)
  expect(mm(numbers[1]!.left)).toBeGreaterThan(31)
  expect(mm(numbers[1]!.left)).toBeLessThan(35)
})

test('a month of sixty events: no blank page, table heads repeated, no row torn, foot on one page', async () => {
  const month = new Months().entry('slogans_posted', 12, '2017-09-04').entry('leaflets_given', 300, '2017-08-06', { softness: 'over' })
  const kinds = ['recreation', 'talk', 'gala', 'training_class', 'volunteering', 'free_clinic'] as const
  for (let n = 0; n < 60; n += 1) {
    const on = `2017-09-${String((n % 30) + 1).padStart(2, '0')}`
    month.came(`${month.event(kinds[n % 6]!, `第${n + 1}次邻里广场舞和健身操交流展演`, [on])}-s1`, { people: crowd(n % 20), walkIns: 3, headcount: 10 + n })
  }
  const pages = await onPaper(monthOf(month))
  const texts = pages.map((page) => page.map((line) => line.text).join('\n'))
  for (const page of pages) expect(page.length).toBeGreaterThan(3)
  const eventPages = texts.slice(texts.findIndex((text) => text.startsWith('附表2')))
  expect(eventPages.length).toBeGreaterThan(2)
  for (const text of eventPages) expect(text).toContain('序号')
  expect(texts.filter((text) => text.includes('填报人') && text.includes('审核人') && text.includes('单位（盖章）'))).toHaveLength(1)
  for (const line of pages.flat()) expect(210 - mm(line.right)).toBeGreaterThan(26 - 6.5)
})
