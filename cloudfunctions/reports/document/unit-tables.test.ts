import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Months, october, together } from '../../../tests/facts/by-hand'
import { figuresOfMonth, monthOf } from '../../_shared/rules/figures'
import { reportOf } from '../../_shared/rules/report/report-of'
import { monthBelow, ownMonth, valuesOf } from '../../_shared/rules/unit-parts'
import { docxOf } from './docx-file'
import type { PrintedPart } from './unit-tables'

/** In a constant: what stands behind `name:` in a test is taken for a person's, whom no log may know. */
const streetName = '河湾街道'
const scope = { month: '2017-09', now: october }
const names = new Map([['yuyin', '榆荫社区'], ['liuqiao', '柳桥社区'], ['nanmen', '南门社区']])

/** Two communities with a neighbour in both, and one that is not on Linli. */
function streetOf() {
  const one = new Months(['hewan', 'yuyin']).entry('banners_hung', 4, '2017-09-02').entry('leaflets_given', 300, '2017-09-02', { softness: 'over' }).entry('money_donated', 120050, '2017-09-02')
  one.came(`${one.event('gala', '中秋汇演', ['2017-09-30'])}-s1`, { people: { anna: 1, bo: 1 } })
  const other = new Months(['hewan', 'liuqiao']).entry('banners_hung', 3, '2017-09-02').entry('visits_paid', 9, '2017-09-02')
  other.came(`${other.event('gala', '重阳汇演', ['2017-09-29'])}-s1`, { people: { bo: 1, cai: 1 } })
  const facts = together(one, other)
  const month = monthOf(facts, scope)
  const report = reportOf({ unit: { id: 'hewan', name: '河湾街道', level: 'street' }, scope, facts, campaigns: [], unitNames: names })
  const parts: PrintedPart[] = [{ unit: { name: streetName }, own: true, values: valuesOf(ownMonth(month, 'hewan')), imported: {} }, ...[...names].map(([id, name]) => ({ unit: { name }, own: false, values: valuesOf(monthBelow(month, id)), imported: {} }))]
  return { report, parts, figures: figuresOfMonth(month) }
}

/** Each table as rows of cells. */
async function tablesOf({ report, parts }: Pick<ReturnType<typeof streetOf>, 'report' | 'parts'>): Promise<string[][][]> {
  const xml = strFromU8(unzipSync(await docxOf(report, undefined, parts))['word/document.xml'] ?? new Uint8Array())
  const words = (inner: string) => [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
  return [...xml.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, table = '']) => [...table.matchAll(/<w:tr[ >](.*?)<\/w:tr>/gs)].map(([, row = '']) => [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) => words(cell))))
}
const unitTablesIn = async (of: Parameters<typeof tablesOf>[0]) => (await tablesOf(of)).filter(([head]) => head?.[0] === '单位')

test('a line for each community in the order of the tree, and what adds up adds up', async () => {
  const street = streetOf()
  const tables = await unitTablesIn(street)
  for (const table of tables) expect(table.map(([name]) => name)).toEqual(['单位', '榆荫社区', '柳桥社区', '南门社区', '合计'])
  const columns = tables.flatMap(([head = [], ...rows]) => head.slice(1).map((name, at) => [name, ...rows.map((row) => row[at + 1])]))
  expect(columns).toEqual([
    ['横幅（幅）', '4', '3', '', '7'], ['资料（份）', '300余', '', '', '300余'], ['文艺汇演（场）', '1', '1', '', '2'], ['文艺汇演参加人次（人次）', '2', '2', '', '4'],
    ['实名人数（人）', '2', '2', '', '3'], ['走访（人次）', '', '9', '', '9'], ['捐款（元）', '1200.50', '', '', '1200.50'],
  ])
})

test('people are counted afresh, and the page says so', async () => {
  const { report, parts } = streetOf()
  const xml = strFromU8(unzipSync(await docxOf(report, undefined, parts))['word/document.xml'] ?? new Uint8Array())
  expect(xml).toContain('附表3')
  expect(xml).toContain('3．各单位情况表')
  expect(xml).toContain('实名人数的合计按人重新计数，同一个人只计一次，不是各单位相加。')
  expect(xml).not.toContain('引用的数字')
})

test('what was brought over for a community stands in its line by that name, and in no sum of the counted', async () => {
  const { report, parts } = streetOf()
  const brought = { value: 12, softness: 'about' as const, kinds: ['office' as const] }
  const table = report.table.map((figure) => (figure.name === 'banners_hung' ? { ...figure, imported: brought } : figure))
  const [first = []] = await unitTablesIn({ report: { ...report, table }, parts: parts.map((part) => (part.unit.name === '南门社区' ? { ...part, imported: { banners_hung: brought } } : part)) })
  expect(first.map((row) => row[1])).toEqual(['横幅（幅）', '4', '3', '引用约12', '7（引用约12）'])
})

test('a street with something of its own has 本级 first; a community has no such table', async () => {
  const { report, parts } = streetOf()
  const own = parts.map((part) => (part.own ? { ...part, values: { banners_hung: { value: 1, softness: 'exact' as const } } } : part))
  expect((await unitTablesIn({ report, parts: own }))[0]?.[1]?.[0]).toBe('河湾街道（本级）')
  expect(await unitTablesIn({ report, parts: [] })).toEqual([])
})
