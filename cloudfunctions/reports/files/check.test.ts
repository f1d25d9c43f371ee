/** The code on a file, from the file to the answer: through the real functions and storage. */
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import jsqr from 'jsqr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveReport } from '../../../contract/reports/approve'
import { albumVolume } from '../../../contract/reports/album'
import { checkFile } from '../../../contract/reports/check'
import { eventFile } from '../../../contract/reports/event-file'
import { excelReport } from '../../../contract/reports/excel'
import { submitReport } from '../../../contract/reports/submit'
import { wordReport } from '../../../contract/reports/word'
import { logWork } from '../../../contract/work/log'
import { openWorld, type OpenWorld } from '../../../emulator/world/open-world'
import { failureOf, newRecordId, valueOf } from '../../../tests/functions/community-evening'
import { greyJpeg, sendPhoto } from '../../../tests/photo'
import { greyOf } from '../../../tests/png-grey'
import { textOfWord } from '../../../tests/word-text'

let world: OpenWorld
beforeAll(async () => { world = await openWorld({ name: 'month-end' }) })
afterAll(() => world.stop())

const september = { unitId: 'yuyin', month: '2017-09' }
const fetched = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer())
const word = async () => fetched(valueOf(await world.call('lin', wordReport, september)).url)
const hashIn = (text: string) => /校验码：?\s*([0-9a-f]{64})/.exec(text)?.[1] ?? ''
const standing = async (hash: string) => valueOf(await world.call('zhang', checkFile, { code: hash.slice(0, 32) })).standing
/** As a phone reads the picture in the file. */
function scanned(file: Uint8Array): string {
  const picture = Object.entries(unzipSync(file)).find(([name]) => /\/media\/.*\.png$/.test(name))?.[1]
  const { pixels, width, height } = greyOf(picture ?? new Uint8Array())
  return jsqr(pixels, width, height)?.data ?? ''
}

test('every file of a report says whose it is and has a code to scan; of a draft it is not what was approved, and of what was approved it is', async () => {
  const draft = await word()
  const text = textOfWord(draft)
  expect(text).toContain('编号：yuyin:2017-09')
  const hash = hashIn(text)
  expect(scanned(draft)).toBe(`pages/resident-more/check/index?scene=${hash.slice(0, 32)}`)
  const excel = await fetched(valueOf(await world.call('lin', excelReport, september)).url)
  expect(scanned(excel)).toBe(scanned(draft))
  expect(await standing(hash)).toBe('not-approved')

  const submitted = valueOf(await world.call('lin', submitReport, { recordId: newRecordId(), ...september, steps: 0, missing: [] }))
  expect(await standing(hash)).toBe('not-approved')
  valueOf(await world.call('he', approveReport, { recordId: newRecordId(), ...september, hash: submitted.hash }))
  expect(await standing(hash)).toBe('approved')
  expect(hashIn(textOfWord(await word()))).toBe(hash)
  // What comes later is a correction, and the approved figures stay what they are.
  valueOf(await world.call('chen', logWork, { recordId: newRecordId(), indicator: 'banners_hung', quantity: 9, softness: 'exact', on: '2017-09-29', unitId: 'yuyin-2', at: new Date(world.cloud.clock.now()).toISOString(), offsetMs: 0 }))
  expect(hashIn(textOfWord(await word()))).toBe(hash)
})

test('an answer says yes or no and nothing else, and a code of nobody has a name', async () => {
  const hash = hashIn(textOfWord(await word()))
  expect(await world.call('zhang', checkFile, { code: hash.slice(0, 32) })).toEqual({ ok: true, value: { standing: 'approved' } })
  expect(failureOf(await world.call('zhang', checkFile, { code: '0'.repeat(32) }))).toBe('no-such-code')
  for (const code of ['', 'https://example.org', hash]) expect(await world.call('zhang', checkFile, { code })).toMatchObject({ ok: false, failure: 'bad-input', message: '这不是邻里文件上的码' })
})

test('a code that somebody wrote beside it, for what was approved, is none', async () => {
  const hash = hashIn(textOfWord(await word()))
  const [known] = world.cloud.db.find('file-codes', { _id: hash.slice(0, 32) })
  world.cloud.db.insertMany('file-codes', [{ ...known, _id: 'a'.repeat(32) }])
  expect(failureOf(await world.call('zhang', checkFile, { code: 'a'.repeat(32) }))).toBe('no-such-code')
})

test('another month\'s figures are not what was approved', async () => {
  const other = hashIn(textOfWord(await fetched(valueOf(await world.call('lin', wordReport, { ...september, month: '2017-08' })).url)))
  expect(await standing(other)).toBe('not-approved')
})

const fileOf = async (who: 'lin' | 'he' = 'lin') => valueOf(await world.call(who, eventFile, { eventId: 'seminar-of-shops' }))

test('an event in one file: its record, report, 人次 as approved, programme, masked names and photos, and the same again is the same bytes', async () => {
  for (const mark of ['a', 'b', 'c', 'd', 'e']) await sendPhoto(world, 'chen', { what: 'event', eventId: 'seminar-of-shops' }, { recordId: newRecordId(), bytes: greyJpeg(800, 600, mark), takenAt: '2017-09-15T07:20:00.000Z' })
  const before = world.cloud.db.find('audit', { action: eventFile.name }).length
  const { url, name } = await fileOf()
  const file = await fetched(url)
  expect(name).toBe('沿街商户座谈会 活动档案.docx')
  const text = textOfWord(file)
  for (const said of ['2017年9月15日，榆荫社区在社区会议室召开“沿街商户座谈会”。', '共有20人次参加（签到9，未登记11）。', '编号：seminar-of-shops', '现场照片', '应用内拍摄', '王**', '现场签到']) expect(text).toContain(said)
  // 9 of 20 人次 by name are fewer than half: how many people they were says nothing of the others.
  expect(text).not.toContain('实名')
  expect(text).not.toMatch(/王阿姨|p-zhang/)
  expect(Object.keys(unzipSync(file)).filter((part) => part.startsWith('word/media/'))).toHaveLength(5)
  // A picture in a line of an exact height is cut off.
  for (const paragraph of strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()).split('<w:p>').filter((one) => one.includes('<w:drawing>'))) expect(paragraph).toContain('w:lineRule="auto"')
  expect(Buffer.from(await fetched((await fileOf()).url)).equals(Buffer.from(file))).toBe(true)
  expect(world.cloud.db.find('audit', { action: eventFile.name })).toHaveLength(before + 1)
  expect(await standing(hashIn(text))).toBe('approved')
})

test('other figures than the approved ones are not approved, of the same month and of the same event', async () => {
  const report = hashIn(textOfWord(await word()))
  const event = hashIn(textOfWord(await fetched((await fileOf()).url)))
  const [ofReport, ofEvent] = [report, event].map((hash) => world.cloud.db.find('file-codes', { _id: hash.slice(0, 32) })[0]!)
  // As a draft of before, or of after, left them.
  const others = [{ ...ofReport, hash: 'b'.repeat(64) }, { ...ofEvent, hash: 'c'.repeat(64), of: { ...(ofEvent!['of'] as object), figures: 'others' } }]
  world.cloud.db.insertMany('file-codes', others.map((one) => ({ ...one, _id: one.hash.slice(0, 32) })))
  expect([await standing(report), await standing('b'.repeat(64)), await standing(event), await standing('c'.repeat(64))]).toEqual(['approved', 'not-approved', 'approved', 'not-approved'])
})

test('the photos of the month in volumes, each said to be of how many', async () => {
  const { url, name, volumes, photos } = valueOf(await world.call('lin', albumVolume, { ...september, volume: 1 }))
  expect([name, volumes, photos]).toEqual(['榆荫社区2017年9月佐证照片 第1册.docx', 1, 5])
  const file = await fetched(url)
  for (const said of ['第1册，共1册，照片1至5，共5张', '9月15日　沿街商户座谈会（榆荫社区，社区会议室）', '编号：yuyin:2017-09']) expect(textOfWord(file)).toContain(said)
  expect(await standing(hashIn(textOfWord(file)))).toBe('approved')
  expect(failureOf(await world.call('lin', albumVolume, { ...september, volume: 2 }))).toBe('no-such-volume')
  expect(failureOf(await world.call('lin', albumVolume, { ...september, month: '2017-01', volume: 1 }))).toBe('no-photos')
})

test('nobody but the admins of the unit makes them', async () => {
  expect(failureOf(await world.call('lin', eventFile, { eventId: 'gala-of-liuqiao' }))).toBe('event-not-found')
  expect(failureOf(await world.call('lin', albumVolume, { ...september, unitId: 'liuqiao', volume: 1 }))).toBe('unit-not-found')
  for (const who of ['zhang', 'chen'] as const) {
    expect(failureOf(await world.call(who, eventFile, { eventId: 'seminar-of-shops' }))).toBe('not-allowed')
    expect(failureOf(await world.call(who, albumVolume, { ...september, volume: 1 }))).toBe('not-allowed')
  }
})

test('files with photos and names in them are gone after a day; who asks again has the same one', async () => {
  const { url, fileId } = await fileOf('he')
  const bytes = await fetched(url)
  world.cloud.clock.advance(86_400_000 + 60_000)
  for (let n = 0; n < 3; n += 1) await world.cloud.invoke('reports', { source: 'timer' })
  expect(world.cloud.db.find('exports', { path: { $regex: '^passing/' } }).map(({ goesAt }) => goesAt)).toEqual(expect.not.arrayContaining([expect.any(String)]))
  const again = await fileOf('he')
  expect(again.fileId).toBe(fileId)
  expect(createHash('sha256').update(await fetched(again.url)).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
})
