/** A month of our own, lived through the product's calls: soft, counted and imported figures told apart, and corrections of the closed month before; in the text, in Word and in Excel. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, Call } from '../../contract/call'
import { checkIn } from '../../contract/attendance/check-in'
import { headcount } from '../../contract/attendance/headcount'
import { walkIn } from '../../contract/attendance/walk-in'
import { createEvent } from '../../contract/events/create'
import { publishEvent } from '../../contract/events/publish'
import { approveReport } from '../../contract/reports/approve'
import { excelReport } from '../../contract/reports/excel'
import type { Report } from '../../contract/reports/report'
import { submitReport } from '../../contract/reports/submit'
import { wordReport } from '../../contract/reports/word'
import { correctWork } from '../../contract/work/correct'
import { importFigure } from '../../contract/work/imported'
import { logWork } from '../../contract/work/log'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import type { Sent } from '../../emulator/world/call-function'
import { readPieces, type Piece } from '../../emulator/verify/read-file'
import { verifyFile } from '../../emulator/verify/verify-file'
import { newRecordId, valueOf } from '../functions/community-evening'
import { draftAsLin, figuresOnce, textOf } from './printed'

interface OwnMonth { text: string[]; figures: string[]; word: { indicators: string[][]; events: string[][]; corrections: string[][] }; excel: string[][] }
const golden = JSON.parse(readFileSync(join(__dirname, 'own-october.json'), 'utf8')) as OwnMonth
const october = { unitId: 'yuyin', month: '2017-10' }

let world: OpenWorld
let report: Report
let word: Uint8Array
let excel: Uint8Array
const now = () => ({ at: new Date(world.cloud.clock.now()).toISOString(), offsetMs: 0 })
const fetched = async (answer: Promise<Answer<Call>>) => new Uint8Array(await (await fetch((valueOf(await answer) as { url: string }).url)).arrayBuffer())

beforeAll(async () => {
  world = await openWorld({ name: 'month-end' })
  Object.assign(process.env, world.cloud.env())
  await closeSeptember()
  const sessions = await planOctober()
  world.cloud.clock.set('2017-11-01T01:00:00.000Z')
  await liveOctober(sessions)
  report = await draftAsLin(world, '2017-10')
  word = await fetched(world.call('lin', wordReport, october))
  excel = await fetched(world.call('lin', excelReport, october))
}, 120_000)
afterAll(() => world.stop())

/** And what comes or changes afterwards. */
async function closeSeptember(): Promise<void> {
  const september = { unitId: 'yuyin', month: '2017-09' }
  const { hash } = valueOf(await world.call('lin', submitReport, { recordId: newRecordId(), ...september, steps: 0, missing: [] }))
  valueOf(await world.call('he', approveReport, { recordId: newRecordId(), ...september, hash }))
  valueOf(await world.call('chen', logWork, { recordId: newRecordId(), indicator: 'banners_hung', quantity: 7, softness: 'exact', on: '2017-09-29', unitId: 'yuyin-2', ...now() }))
  const [visit] = world.cloud.db.find('work-entries', { indicator: 'visits_paid', on: '2017-09-12' })
  valueOf(await world.call('chen', correctWork, { recordId: newRecordId(), entryId: String(visit!['_id']), rev: 1, quantity: 5, softness: 'exact', on: '2017-09-12', withdrawn: false, reason: '数错了', ...now() }))
}

type Planned = Pick<Sent<typeof createEvent>, 'kind' | 'title' | 'placeName'> & { on: string; countOnly?: boolean }
/** 15:00 to 16:30. */
async function planOctober(): Promise<Record<'fraud' | 'sleep' | 'clinic' | 'gala', string>> {
  const plan = async ({ on, ...event }: Planned) => {
    const { eventId } = valueOf(await world.call('lin', createEvent, { recordId: newRecordId(), hostUnitId: 'yuyin', sessions: [{ startsAt: `${on}T07:00:00.000Z`, endsAt: `${on}T08:30:00.000Z`, capacity: 60 }], ...event }))
    valueOf(await world.call('lin', publishEvent, { eventId }))
    return `${eventId}-s1`
  }
  const place = { placeName: '社区活动室' }
  return {
    fraud: await plan({ kind: 'talk', title: '防骗讲座', ...place, on: '2017-10-12' }),
    sleep: await plan({ kind: 'talk', title: '睡眠讲座', ...place, on: '2017-10-19' }),
    clinic: await plan({ kind: 'free_clinic', title: '秋季义诊', ...place, on: '2017-10-20', countOnly: true }),
    gala: await plan({ kind: 'gala', title: '重阳文艺汇演', placeName: '社区广场', on: '2017-10-28' }),
  }
}

async function liveOctober({ fraud, sleep, clinic, gala }: Awaited<ReturnType<typeof planOctober>>): Promise<void> {
  const there = (sessionId: string, on: string) => ({ recordId: newRecordId(), sessionId, source: 'backfill' as const, at: `${on}T07:30:00.000Z`, offsetMs: 0 })
  const neighbours = world.cloud.db.find('people', { communityId: 'yuyin' }).map(({ _id }) => String(_id)).sort().slice(0, 8)
  for (const personKey of neighbours) valueOf(await world.call('lin', checkIn, { ...there(gala, '2017-10-28'), personKey, present: 1 }))
  valueOf(await world.call('lin', walkIn, { ...there(gala, '2017-10-28'), people: 6 }))
  valueOf(await world.call('lin', headcount, { ...there(gala, '2017-10-28'), people: 45, softness: 'about' }))
  valueOf(await world.call('lin', headcount, { ...there(fraud, '2017-10-12'), people: 20, softness: 'exact' }))
  valueOf(await world.call('lin', walkIn, { ...there(sleep, '2017-10-19'), people: 15 }))
  valueOf(await world.call('lin', headcount, { ...there(clinic, '2017-10-20'), people: 60, softness: 'over' }))

  const logged = async (unitId: string, indicator: Sent<typeof logWork>['indicator'], quantity: number | null, on: string, softness: Sent<typeof logWork>['softness'] = 'exact') =>
    void valueOf(await world.call('chen', logWork, { recordId: newRecordId(), indicator, quantity, softness, on, unitId, ...now() }))
  await logged('yuyin-1', 'leaflets_given', 300, '2017-10-05', 'over')
  await logged('yuyin-2', 'leaflets_given', 200, '2017-10-06')
  await logged('yuyin-1', 'people_reached', 1000, '2017-10-06', 'thousand')
  await logged('yuyin-1', 'banners_hung', 4, '2017-10-09')
  await logged('yuyin-2', 'slogans_posted', null, '2017-10-09')
  await logged('yuyin-2', 'visits_paid', 12, '2017-10-10')
  await logged('yuyin-1', 'money_donated', 120050, '2017-10-11')

  const brought = async (more: Pick<Sent<typeof importFigure>, 'indicator' | 'hundredths' | 'source' | 'overlap'>) =>
    void valueOf(await world.call('lin', importFigure, { recordId: newRecordId(), unitId: 'yuyin', period: '2017-10', rev: 0, softness: 'exact', ...more }))
  await brought({ indicator: 'articles_published', hundredths: 500, source: { kind: 'system', name: '区融媒体中心' } })
  await brought({ indicator: 'volunteer_hours', hundredths: 12_050, source: { kind: 'paper', name: '志愿服务登记本' } })
  await brought({ indicator: 'visits_paid', hundredths: 3_000, source: { kind: 'office', name: '街道民政办' }, overlap: 'apart' })
}

test('the text says word for word what happened, and of each number what it rests on', () => {
  expect(textOf(report).split('\n')).toEqual(golden.text)
})

test('every number in it is a token, imported ones too', () => {
  expect(figuresOnce(report).map(({ indicator, print }) => `${indicator} ${print}`)).toEqual(golden.figures)
})

test('nothing that was brought over or corrected is in a sum, and September stays as it was approved', async () => {
  expect(report.table.find(({ name }) => name === 'visits_paid')).toMatchObject({ value: 12, previous: { value: 10 }, imported: { value: 30 } })
  expect(report.table.find(({ name }) => name === 'banners_hung')).toMatchObject({ value: 4, previous: { value: 3 } })
  expect((await draftAsLin(world, '2017-09')).table.find(({ name }) => name === 'banners_hung')?.value).toBe(3)
})

const rowsUnder = (pieces: Piece[], head: string) => pieces.filter((piece) => piece.head?.includes(head) && piece.cells.length > 1).map(({ cells }) => cells)

test('Word prints the same text and its tables cell by cell', () => {
  const pieces = readPieces(word) as Piece[]
  const lines = pieces.filter(({ head }) => head === null).map(({ cells }) => cells.join(' '))
  for (const line of golden.text) expect(lines).toContain(line)
  expect(rowsUnder(pieces, '指标')).toEqual(golden.word.indicators)
  expect(rowsUnder(pieces, '地点')).toEqual(golden.word.events)
  expect(rowsUnder(pieces, '原报')).toEqual(golden.word.corrections)
})

test('Excel has the same figures as numbers, with what they are in columns of their own', () => {
  const pieces = readPieces(excel) as Piece[]
  const sheet = (name: string) => pieces.filter(({ where, head }) => where === `工作表「${name}」` && head !== null)
  for (const row of golden.excel) expect(sheet('指标').map(({ cells }) => cells.slice(0, 5))).toContainEqual(row)
  const at = (name: string, head: string) => { const row = sheet('指标').find(({ cells }) => cells[1] === name); return row?.cells[row.head!.indexOf(head)] }
  expect([at('文艺汇演参加人次', '签到'), at('文艺汇演参加人次', '现场登记'), at('文艺汇演参加人次', '未登记')]).toEqual(['8', '6', '31'])
  expect([at('走访', '引用数'), at('走访', '引用来源'), at('志愿服务时长', '引用数'), at('志愿服务时长', '引用来源')]).toEqual(['30', '引用', '120.5', '纸质'])
  expect(sheet('更正').map(({ cells }) => cells.slice(1, 7))).toEqual([['2017-09-12', '第1网格', '走访', '4', '5', '人次'], ['2017-09-29', '第2网格', '横幅', '', '7', '幅']])
})

test('both are what the ledger says', async () => {
  for (const file of [word, excel]) expect(await verifyFile(file, world.cloud.clock.now())).toMatchObject({ troubles: [] })
})
