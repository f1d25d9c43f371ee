/** A superior's own table, through the real functions: uploaded once, its headings said, filled. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { draftReport } from '../../../contract/reports/draft'
import { addTable, fillTable, listTables, mapTable, tableMaxBytes } from '../../../contract/reports/tables'
import { logWork } from '../../../contract/work/log'
import { openWorld, type OpenWorld } from '../../../emulator/world/open-world'
import { openidOf, type CastId } from '../../../emulator/world/cast'
import { failureOf, valueOf } from '../../../tests/functions/community-evening'
import { bookOf } from '../../../tests/functions/sheet-of'
import { readSheet } from '../../_shared/spreadsheet/read-sheet'

let world: OpenWorld
beforeAll(async () => { world = await openWorld({ name: 'month-end' }) })
afterAll(() => world.stop())
beforeEach(() => world.cloud.db.remove('report-tables', {}))
let made = 0
const newRecordId = () => `of-this-test-${String((made += 1)).padStart(8, '0')}`

const yuyin = { unitId: 'yuyin', month: '2017-09' }
async function sent(who: CastId, bytes: Uint8Array, more: { unitId?: string; recordId?: string; name?: string } = {}) {
  const recordId = more.recordId ?? newRecordId()
  const { fileID } = await world.cloud.client(openidOf(who)).uploadFile({ cloudPath: `incoming/${recordId}.xlsx`, fileContent: Buffer.from(bytes) })
  return world.call(who, addTable, { recordId, unitId: 'yuyin', name: '活动统计表', ...more, fileId: fileID })
}
async function filled(tableId: string, of: { unitId: string; month: string } = yuyin, who: CastId = 'lin') {
  const answer = valueOf(await world.call(who, fillTable, { tableId, ...of }))
  const bytes = Buffer.from(await (await fetch(answer.url)).arrayBuffer())
  const rows = new Map(readSheet(bytes, 200)!.map(({ row, cells }) => [row, Object.fromEntries(cells)]))
  return { answer, bytes, rows, files: unzipSync(bytes) }
}
const sheetOf = (files: Record<string, Uint8Array>) => strFromU8(files['xl/worksheets/sheet1.xml']!)
const figure = async (name: string, of = yuyin) => valueOf(await world.call('lin', draftReport, of)).table.find((one) => one.name === name)
const twoLines = [['榆荫街道活动统计表', '', '', '', ''], ['序号', '单位', '座谈会场次', '座谈会参加人次', '领导批示']] as const

describe('headings in a row', () => {
  test('are proposed, filled with numbers, and what means nothing of ours stays empty and is said', async () => {
    const table = valueOf(await sent('lin', await bookOf([...twoLines[0]], [...twoLines[1]], ['', '', '', '', ''], ['填表人：', '', '', '', ''])))
    expect(table.layout).toEqual({ axis: 'across', line: '2', into: '3' })
    expect(table.heads.map(({ means }) => means)).toEqual(['ordinal', 'unit', 'seminar_held', 'seminar_attendances', null])
    const { rows, answer, files } = await filled(table.id)
    const [held, came] = [await figure('seminar_held'), await figure('seminar_attendances')]
    expect(rows.get(3)).toEqual({ A: '1', B: '榆荫社区', C: String(held?.value), D: String(came?.value) })
    expect(rows.get(4)).toEqual({ A: '填表人：' })
    expect(sheetOf(files)).toMatch(new RegExp(`<c r="C3"[^>]*><v>${held?.value}</v></c>`))
    expect(answer.empty).toEqual([{ text: '领导批示', why: 'not-mapped' }])
    expect(answer.name).toBe('活动统计表 榆荫社区2017年9月.xlsx')
  })

  test('of a street a row for each community, 合计 the street\'s own figures; a unit without a row is said', async () => {
    const table = valueOf(await sent('he', await bookOf([...twoLines[0]], [...twoLines[1]], [1, '榆荫社区', '', '', ''], ['', '合计', '', '', '']), { unitId: 'hewan' }))
    const { rows, answer } = await filled(table.id, { unitId: 'hewan', month: '2017-09' }, 'he')
    const own = await figure('seminar_held')
    const whole = valueOf(await world.call('he', draftReport, { unitId: 'hewan', month: '2017-09' })).table.find(({ name }) => name === 'seminar_held')
    expect(rows.get(3)).toMatchObject({ A: '1', B: '榆荫社区', C: String(own?.value) })
    expect(rows.get(4)).toMatchObject({ B: '合计', C: String(whole?.value) })
    expect(answer.empty.filter(({ why }) => why === 'no-row').map(({ text }) => text)).toContain('柳桥社区')
    // Uploaded by the street, filled by a community below it, which cannot change it.
    expect(valueOf(await world.call('lin', listTables, { unitId: 'yuyin' })).tables.map(({ id, own: mine }) => [id, mine])).toEqual([[table.id, false]])
    expect((await filled(table.id)).rows.get(3)).toMatchObject({ C: String(own?.value) })
    expect(failureOf(await world.call('lin', mapTable, { unitId: 'hewan', tableId: table.id, rev: 1, layout: table.layout, means: [] }))).toBe('unit-not-found')
    expect(failureOf(await world.call('lin', mapTable, { unitId: 'yuyin', tableId: table.id, rev: 1, layout: table.layout, means: [] }))).toBe('no-such-table')
  })
})

describe('headings in a column', () => {
  test('are filled beside; soft numbers stay numbers and show that they are soft; a formula is let be and worked out anew', async () => {
    valueOf(await world.call('chen', logWork, { recordId: newRecordId(), indicator: 'leaflets_given', quantity: 300, softness: 'over', on: '2017-09-29', unitId: 'yuyin-2', at: new Date(world.cloud.clock.now()).toISOString(), offsetMs: 0 }))
    const bytes = unzipSync(await bookOf(['项目', '数量', '备注'], ['座谈会（场次）', '', ''], ['发放资料（份）', '', ''], ['领导批示', '', ''], ['合计', 7, '']))
    bytes['xl/worksheets/sheet1.xml'] = strToU8(sheetOf(bytes).replace(/<c r="B5"[^>]*>.*?<\/c>/, '<c r="B5"><f>SUM(B2:B3)</f></c>'))
    const table = valueOf(await sent('lin', zipSync(bytes)))
    expect(table.layout).toEqual({ axis: 'down', line: 'A', into: 'B' })
    const { rows, files, answer } = await filled(table.id)
    const leaflets = await figure('leaflets_given')
    expect(leaflets?.softness).toBe('over')
    expect([rows.get(2)?.['B'], rows.get(3)?.['B'], rows.get(4)?.['B']]).toEqual([String((await figure('seminar_held'))?.value), String(leaflets?.value), undefined])
    const style = Number(/<c r="B3" s="(\d+)"/.exec(sheetOf(files))?.[1])
    const looks = strFromU8(files['xl/styles.xml']!)
    const look = [.../<cellXfs[\s\S]*?<\/cellXfs>/.exec(looks)![0].matchAll(/<xf\b[^>]*>/g)][style]![0]
    expect(looks).toContain(`numFmtId="${/numFmtId="(\d+)"/.exec(look)?.[1]}" formatCode="General&quot;余&quot;"`)
    expect(sheetOf(files)).toContain('<f>SUM(B2:B3)</f>')
    expect(strFromU8(files['xl/workbook.xml']!)).toContain('fullCalcOnLoad="1"')
    expect(answer.empty.map(({ text, why }) => [text, why])).toEqual([['领导批示', 'not-mapped'], ['合计', 'not-mapped']])
    // The same numbers give the same bytes.
    expect((await filled(table.id)).answer.fileId).toBe(answer.fileId)
  })
})

test('an admin says what headings mean, on top of what was seen; other headings are proposed anew; taken away it is filled no more', async () => {
  const table = valueOf(await sent('lin', await bookOf(['单位', '座谈会参加人数'], ['', ''])))
  expect(table.heads.map(({ means }) => means)).toEqual(['unit', null])
  const said = { unitId: 'yuyin', tableId: table.id, rev: 1, layout: table.layout, means: [{ at: 'B', means: 'seminar_attendances' }] }
  const mapped = valueOf(await world.call('lin', mapTable, said))
  expect([mapped.rev, mapped.heads.map(({ means }) => means)]).toEqual([2, [null, 'seminar_attendances']])
  expect(valueOf(await world.call('lin', mapTable, said)).rev).toBe(2)
  expect(failureOf(await world.call('he', mapTable, { ...said, means: [] }))).toBe('changed-meanwhile')
  expect(failureOf(await world.call('lin', mapTable, { ...said, rev: 2, means: [{ at: 'B', means: 'no_such_figure' }] }))).toBe('no-such-figure')
  expect((await filled(table.id)).rows.get(2)).toEqual({ B: String((await figure('seminar_attendances'))?.value) })
  valueOf(await world.call('lin', mapTable, { ...said, rev: 2, gone: true }))
  expect(failureOf(await world.call('lin', fillTable, { tableId: table.id, ...yuyin }))).toBe('no-such-table')
  expect(valueOf(await world.call('lin', listTables, { unitId: 'yuyin' })).tables).toEqual([])
})

test('what is no spreadsheet, too large, without headings or a bomb is refused; the same once more is the same', { timeout: 90_000 }, async () => {
  expect(failureOf(await sent('lin', Buffer.from('not a zip')))).toBe('not-a-spreadsheet')
  expect(failureOf(await sent('lin', Buffer.alloc(tableMaxBytes + 1)))).toBe('file-too-large')
  expect(failureOf(await sent('lin', await bookOf(['只有一句话'])))).toBe('no-heads')
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<sheetData/>'), 'xl/other.xml': new Uint8Array(40 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(tableMaxBytes)
  expect(failureOf(await sent('lin', bomb))).toBe('not-a-spreadsheet')
  const recordId = newRecordId()
  const bytes = await bookOf(['单位', '悬挂横幅'], ['', ''])
  const table = valueOf(await sent('lin', bytes, { recordId }))
  expect(valueOf(await sent('lin', bytes, { recordId }))).toEqual(table)
  expect(failureOf(await sent('lin', bytes, { recordId, name: '别的表' }))).toBe('record-id-taken')
  expect(failureOf(await sent('zhang', bytes))).toBe('not-allowed')
})
