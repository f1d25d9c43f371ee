/** A file that was taken along, held against the ledger, as it came and with a figure changed in its XML. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, Call } from '../../contract/call'
import { albumVolume } from '../../contract/reports/album'
import { approveReport } from '../../contract/reports/approve'
import { eventFile } from '../../contract/reports/event-file'
import { excelReport } from '../../contract/reports/excel'
import { submitReport } from '../../contract/reports/submit'
import { wordReport } from '../../contract/reports/word'
import { logWork } from '../../contract/work/log'
import { newRecordId, valueOf } from '../../tests/functions/community-evening'
import { greyJpeg, sendPhoto } from '../../tests/photo'
import { openWorld, type OpenWorld } from '../world/open-world'
import { readPieces, type Piece } from './read-file'
import { verifyFile, type Verified } from './verify-file'

const september = { unitId: 'yuyin', month: '2017-09' }
let world: OpenWorld
beforeAll(async () => {
  world = await openWorld({ name: 'month-end' })
  Object.assign(process.env, world.cloud.env())
  await sendPhoto(world, 'chen', { what: 'event', eventId: 'seminar-of-shops' }, { recordId: newRecordId(), bytes: greyJpeg(400, 300, 'one'), takenAt: '2017-09-15T07:20:00.000Z' })
}, 120_000)
afterAll(() => world.stop())

const fetched = async (answer: Promise<Answer<Call>>) => new Uint8Array(await (await fetch((valueOf(await answer) as { url: string }).url)).arrayBuffer())
const verified = async (file: Uint8Array) => (await verifyFile(file, world.cloud.clock.now())) as Verified
const word = () => fetched(world.call('lin', wordReport, september))
const excel = () => fetched(world.call('lin', excelReport, september))

/** The file with its XML changed, as somebody would with an editor. */
function forged(file: Uint8Array, part: string, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(file)
  const xml = strFromU8(parts[part] ?? new Uint8Array())
  const changed = xml.replace(from, to)
  if (changed === xml) throw new Error(`${part} has no ${from}`)
  return zipSync({ ...parts, [part]: strToU8(changed) })
}

test('a draft, a street\'s with its table by community, a workbook, an event\'s file and a volume are what the ledger says', async () => {
  const street = await fetched(world.call('he', wordReport, { ...september, unitId: 'hewan' }))
  expect((readPieces(street) as Piece[]).filter(({ head }) => head?.[0] === '单位').map(({ cells }) => cells[0])).toEqual(expect.arrayContaining(['榆荫社区', '柳桥社区', '合计']))
  for (const file of [street, await word(), await excel(), await fetched(world.call('lin', eventFile, { eventId: 'seminar-of-shops' })), await fetched(world.call('lin', albumVolume, { ...september, volume: 1 }))]) {
    const { troubles, figures } = await verified(file)
    expect(troubles).toEqual([])
    expect(figures).toBeGreaterThan(5)
  }
}, 120_000)

test('one digit in the text is found, and named', async () => {
  expect(await verified(forged(await word(), 'word/document.xml', '>300份<', '>390份<'))).toMatchObject({ against: '现在的账，还是草稿', troubles: [expect.stringMatching(/^第\d+段「.*」的资料：文件里是 390，账上是 300$/)] })
})

test('one digit in a table is found by its row and column, in Word and in Excel', async () => {
  const inWord = await verified(forged(await word(), 'word/document.xml', /(>资料<[\s\S]*?<w:t[^>]*>)300(<)/, '$1310$2'))
  expect(inWord.troubles).toEqual(['第1个表「资料」一行「数量」：文件里是 310，账上是 300'])
  const inExcel = await verified(forged(await excel(), 'xl/worksheets/sheet2.xml', '<v>300</v>', '<v>301</v>'))
  expect(inExcel.troubles).toEqual([expect.stringMatching(/^工作表「指标」「.*」一行「数量」：文件里是 301，账上是 300$/)])
  const soft = await verified(forged(await fetched(world.call('lin', eventFile, { eventId: 'seminar-of-shops' })), 'word/document.xml', '共有20人次', '共有28人次'))
  expect(soft.troubles).toEqual([expect.stringContaining('文件里是 28，账上是 20')])
})

test('changed words, a row taken out and another hash are found too', async () => {
  expect((await verified(forged(await word(), 'word/document.xml', '存在不足', '没有不足'))).troubles.join()).toContain('没有不足')
  expect((await verified(forged(await word(), 'word/document.xml', /<w:tr>(?:(?!<w:tr>)[\s\S])*?>资料<[\s\S]*?<\/w:tr>/, ''))).troubles).toEqual([expect.stringContaining('少了第1个表：资料')])
  expect((await verified(forged(await word(), 'word/document.xml', /[0-9a-f]{64}/, 'f'.repeat(64)))).troubles).toEqual(['校验码和账上的不一样'])
})

test('what was approved stays what it is, whatever came later; the draft of before says the same figures', async () => {
  const before = await word()
  const { hash } = valueOf(await world.call('lin', submitReport, { recordId: newRecordId(), ...september, steps: 0, missing: [] }))
  valueOf(await world.call('he', approveReport, { recordId: newRecordId(), ...september, hash }))
  valueOf(await world.call('chen', logWork, { recordId: newRecordId(), indicator: 'leaflets_given', quantity: 9, softness: 'exact', on: '2017-09-29', unitId: 'yuyin-2', at: new Date(world.cloud.clock.now()).toISOString(), offsetMs: 0 }))
  for (const file of [before, await word(), await excel()]) expect(await verified(file)).toMatchObject({ against: '第1次提交，已批准', troubles: [] })
  expect((await verified(forged(await word(), 'word/document.xml', '>300份<', '>309份<'))).troubles).toHaveLength(1)
}, 120_000)

test('broken and foreign files get a sentence', async () => {
  expect(await verified(strToU8('no zip'))).toMatch(/打不开/)
  expect(await verified((await word()).slice(0, 3000))).toMatch(/打不开/)
  expect(await verified(zipSync({ 'a.txt': strToU8('a') }))).toMatch(/不是邻里生成的文件/)
  expect(await verified(zipSync({ 'word/document.xml': strToU8('<w:document><w:p><w:t>别人的总结，300份</w:t></w:p></w:document>') }))).toMatch(/不是邻里生成的文件/)
  expect(await verified(forged(await word(), 'word/document.xml', '编号：yuyin:2017-09', '编号：nowhere:2017-09'))).toBe('账上没有编号为 nowhere:2017-09 的总结')
})
