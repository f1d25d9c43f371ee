import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test, vi } from 'vitest'
import { Months, crowd, october } from '../../../tests/facts/by-hand'
import { monthOf } from '../../_shared/rules/figures'
import { reportOf } from '../../_shared/rules/report/report-of'
import { monthBelow, ownMonth, valuesOf } from '../../_shared/rules/unit-parts'
import { xlsxOf, type Book } from './xlsx-file'

afterEach(() => { vi.useRealTimers() })

const grid = ['hewan', 'yuyin', 'yuyin-1']
const busy = () => {
  const month = new Months().entry('leaflets_given', 300, '2017-09-02', { softness: 'over' }).entry('banners_hung', 4, '2017-09-03', { path: grid }).entry('slogans_posted', null, '2017-09-03').entry('money_donated', 120050, '2017-09-04')
  return month.came(`${month.event('talk', '=1+1 健康讲座', ['2017-09-08'])}-s1`, { people: crowd(31), walkIns: 2, headcount: 43 })
}
function bookOf(facts: Months, corrections: Book['report']['corrections'] = null): Book {
  const unitNames = new Map([['yuyin', '榆荫社区'], ['yuyin-1', '第1网格']])
  const month = monthOf(facts, { month: '2017-09', now: october })
  const report = { ...reportOf({ unit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, scope: { month: '2017-09', now: october }, facts, campaigns: [], unitNames }), corrections }
  return {
    report, entries: month.entries, unitNames,
    parts: [{ unit: { name: '榆荫社区' }, own: true, values: valuesOf(ownMonth(month, 'yuyin')), imported: {} }, { unit: { name: '第1网格' }, own: false, values: valuesOf(monthBelow(month, 'yuyin-1')), imported: {} }],
  }
}
interface Cell { text: string; isNumber: boolean }
/** Sheet by its name, row by row, read out of the zip by hand. */
async function read(book: Book): Promise<Record<string, Cell[][]>> {
  const files = Object.fromEntries(Object.entries(unzipSync(await xlsxOf(book))).map(([name, bytes]) => [name, strFromU8(bytes)]))
  const plain = (xml: string) => xml.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const shared = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((match) => plain(match[1] ?? ''))
  const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((match) => match[1] ?? '')
  return Object.fromEntries(names.map((name, index) => [name, [...(files[`xl/worksheets/sheet${index + 1}.xml`] ?? '').matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map((row) => [...(row[1] ?? '').matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map((cell) => {
    const type = /t="(\w+)"/.exec(cell[1] ?? '')?.[1]
    const text = plain(/<v>(.*?)<\/v>/s.exec(cell[2] ?? '')?.[1] ?? cell[2] ?? '')
    return type === 's' ? { text: shared[Number(text)] ?? '', isNumber: false } : { text, isNumber: text !== '' && (type === undefined || type === 'n') }
  }))]))
}
const table = (rows: Cell[][] | undefined) => rows?.map((row) => row.map(({ text }) => text))

test('has a sheet for each thing, with its figures as numbers', async () => {
  const sheets = await read(bookOf(busy()))
  expect(Object.keys(sheets)).toEqual(['说明', '指标', '各单位', '活动', '工作记录'])
  const row = sheets['指标']?.find((cells) => cells[1]?.text === '讲座参加人次')
  expect(row?.map(({ text }) => text).slice(0, 9)).toEqual(['活动', '讲座参加人次', '43', '人次', '准确', '31', '2', '10', ''])
  expect(row?.map(({ isNumber }) => isNumber).slice(0, 8)).toEqual([false, false, true, false, false, true, true, true])
  expect(table(sheets['指标'])?.filter(([, name]) => ['资料', '标语', '捐款'].includes(name ?? '')).map((cells) => cells.slice(1, 5))).toEqual([['标语', '', '条', '未计数'], ['资料', '300', '份', '余'], ['捐款', '1200.5', '元', '准确']])
})

test('says part by part what adds up, and entry by entry what was logged', async () => {
  const sheets = await read(bookOf(busy()))
  const [head = [], own = [], below = []] = table(sheets['各单位']) ?? []
  const at = head.indexOf('横幅（幅）')
  expect([own[0], own[at], below[0], below[at]]).toEqual(['榆荫社区（本级）', '', '第1网格', '4'])
  expect(table(sheets['各单位'])?.at(-1)?.slice(0, at + 1)).toEqual(['合计', ...head.slice(1, at + 1).map((name) => ({ '横幅（幅）': '4', '资料（份）': '300' })[name] ?? '')])
  expect(table(sheets['工作记录'])?.find(([, unit]) => unit === '第1网格')?.slice(0, 5)).toEqual(['2017-09-03', '第1网格', '横幅', '4', '幅'])
})

test('what begins with = + - @ stays words, and what no file can hold is left out', async () => {
  const facts = new Months()
  for (const [index, title] of ['=cmd()', '+1', '-1', '@x', '表情👨‍👩‍👧', '前\u202e后', '钟\u0007声', '半\ud800个', '两\n行'].entries()) facts.came(`${facts.event('talk', title, [`2017-09-0${index + 1}`])}-s1`, { walkIns: 1 })
  const rows = (await read(bookOf(facts)))['活动']?.slice(1) ?? []
  expect(rows.map((cells) => cells[3]?.text)).toEqual(['=cmd()', '+1', '-1', '@x', '表情👨‍👩‍👧', '前后', '钟声', '半个', '两 行'])
  expect(rows.every((cells) => cells[3]?.isNumber === false)).toBe(true)
})

test('an empty month has the cover and the head of a table, and no number', async () => {
  const sheets = await read(bookOf(new Months()))
  expect(Object.keys(sheets)).toEqual(['说明', '指标', '各单位'])
  expect(Object.values(sheets).flat(2).filter(({ isNumber }) => isNumber)).toEqual([])
})

test('lists corrections with what was reported and what it is now', async () => {
  const line = { what: 'entry' as const, id: 'e', on: '2017-08-03', title: '横幅', unitName: '第1网格', measure: '幅', was: { value: 2, softness: 'exact' as const }, now: null, why: 'withdrawn' as const, reason: '记重了' }
  const sheets = await read(bookOf(busy(), { month: '2017-08', asOf: '2017-10-01T01:00:00.000Z', figures: [], lines: [line], notListed: 0 }))
  expect(table(sheets['更正'])?.[1]).toEqual(['2017-08', '2017-08-03', '第1网格', '横幅', '2', '', '幅', '办结后作废：记重了'])
})

test('is the same bytes at another time, and others for another figure', async () => {
  vi.useFakeTimers({ now: Date.parse('2017-10-01T01:00:00.000Z'), toFake: ['Date'] })
  const first = await xlsxOf(bookOf(busy()))
  vi.setSystemTime(Date.parse('2018-03-05T06:07:08.000Z'))
  expect((await xlsxOf(bookOf(busy()))).equals(first)).toBe(true)
  expect((await xlsxOf(bookOf(busy().entry('visits_paid', 1, '2017-09-02')))).equals(first)).toBe(false)
})
