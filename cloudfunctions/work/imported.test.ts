/** 引用数: brought over once with their source, corrected and withdrawn under their version, marked wherever they stand, and never mixed into what was counted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFigure, listImported } from '../../contract/work/imported'
import { logWork } from '../../contract/work/log'
import { monthTotals } from '../../contract/totals/month'
import { draftReport } from '../../contract/reports/draft'
import { approveReport } from '../../contract/reports/approve'
import { reportStanding } from '../../contract/reports/standing'
import { submitReport } from '../../contract/reports/submit'
import type { Sent } from '../../emulator/world/call-function'
import { openidOf, type CastId } from '../../emulator/world/cast'
import { failureOf, newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

type Figure = Sent<typeof importFigure>
const figure = (more: Partial<Figure> = {}): Figure => ({
  recordId: newRecordId(), unitId: 'yuyin', indicator: 'seminar_held', period: '2026-08', rev: 0, hundredths: 300, softness: 'exact', source: { kind: 'system', name: '文化云' }, ...more,
})
const bring = (more: Partial<Figure> = {}, who: CastId = 'lin') => world.call(who, importFigure, figure(more))
const stored = (id: string) => world.cloud.db.find('imported', { _id: id })[0]
const logged = (on: string, indicator: 'banners_hung' | 'slogans_posted' = 'banners_hung', unitId = 'yuyin-1') =>
  world.call('lin', logWork, { recordId: newRecordId(), indicator, quantity: 4, softness: 'exact', on, unitId, at: '2026-11-27T10:20:00.000Z', offsetMs: 0 })
const totals = async (month: string, unitId = 'yuyin') => valueOf(await world.call('he', monthTotals, { unitId, month })).figures
const listed = async (year = '2026') => valueOf(await world.call('lin', listImported, { unitId: 'yuyin', year })).figures
const upload = async (input: Figure, kind: string, bytes: Buffer, who: CastId = 'lin') =>
  (await world.cloud.client(openidOf(who)).uploadFile({ cloudPath: `incoming/${input.recordId}.${kind}`, fileContent: bytes })).fileID

describe('bringing over', () => {
  test('is kept once with its source, under the audit, and comes back as it was said', async () => {
    const input = figure({ period: '2026-02', softness: 'over', hundredths: 1250, indicator: 'volunteer_hours', source: { kind: 'office', name: '街道文化站' } })
    const answers = await Promise.all([1, 2, 3].map(() => world.call('lin', importFigure, input)))
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(stored('yuyin:2026-02:volunteer_hours')).toMatchObject({ hundredths: 1250, softness: 'over', rev: 1, path: ['hewan', 'yuyin'], from: '2026-02', to: '2026-02', versions: [{ by: 'p-lin' }] })
    expect(world.cloud.db.find('audit', { about: 'yuyin:2026-02:volunteer_hours' })).toHaveLength(1)
    expect((await listed()).find(({ indicator }) => indicator === 'volunteer_hours')).toMatchObject({ zh: '志愿服务时长', measure: '小时', source: { kind: 'office', name: '街道文化站' }, rev: 1, own: true })
  })

  test('the same figure of the same period again is to be corrected, and a quarter that holds its month is not brought over beside it', async () => {
    await bring({ period: '2026-03' })
    expect(failureOf(await bring({ period: '2026-03', hundredths: 500 }))).toBe('there-already')
    expect(failureOf(await bring({ period: '2026-Q1' }))).toBe('period-overlaps')
    expect(failureOf(await bring({ period: '2026' }))).toBe('period-overlaps')
    expect(await bring({ period: '2026-Q2' })).toMatchObject({ ok: true })
    expect(stored('yuyin:2026-03:seminar_held')).toMatchObject({ hundredths: 300, rev: 1 })
  })

  test.each<[string, Partial<Figure>, string]>([
    ['a figure that there is not', { indicator: 'people_of_faith' }, 'no-such-figure'],
    ['what stands open, of a month', { indicator: 'disputes_open', period: '2026-10' }, 'period-does-not-fit'],
    ['a figure of a month, of a day', { period: '2025-12-31' }, 'period-does-not-fit'],
    ['next month', { period: '2026-12' }, 'period-in-future'],
    ['nothing at all', { hundredths: 0 }, 'nothing-of-it'],
    ['上千 that is not 1,000', { softness: 'thousand' }, 'thousand-is-1000'],
    ['a version of what is not there', { period: '2020-01', rev: 1, reason: '抄错了' }, 'changed-meanwhile'],
    ['a unit of somebody else', { unitId: 'liuqiao' }, 'unit-not-found'],
  ])('%s is refused', async (_, changed, failure) => {
    const before = JSON.stringify(world.cloud.db.find('imported'))
    expect(failureOf(await bring(changed))).toBe(failure)
    expect(JSON.stringify(world.cloud.db.find('imported'))).toBe(before)
  })

  test('bad input has its sentence', async () => {
    for (const [changed, sentence] of [
      [{ source: { kind: 'paper', name: '' } }, '请填写来源'], [{ source: { kind: 'paper', name: '请填写姓名、民族' } }, /民族/], [{ period: '2026-13' }, '期间不对'], [{ hundredths: 1.5 }, '数要填整数'], [{ hundredths: -1 }, '数最少 0'],
    ] as const) expect(await bring(changed as Partial<Figure>)).toMatchObject({ ok: false, failure: 'bad-input', message: expect.stringMatching(sentence) as unknown })
  })

  test('a resident and a grid worker bring nothing over and see nothing of it', async () => {
    for (const who of ['zhang', 'chen'] as const) {
      expect(failureOf(await bring({}, who))).toBe('not-allowed')
      expect(failureOf(await world.call(who, listImported, { unitId: 'yuyin', year: '2026' }))).toBe('not-allowed')
    }
  })
})

describe('the same indicator also has records', () => {
  test('is asked about, of entries of a grid and of events; what is answered decides whether it stands by itself', async () => {
    valueOf(await logged('2026-06-03'))
    expect(failureOf(await bring({ indicator: 'banners_hung', period: '2026-06', hundredths: 900 }))).toBe('also-recorded')
    expect(await bring({ indicator: 'slogans_posted', period: '2026-06' })).toMatchObject({ ok: true })
    valueOf(await bring({ indicator: 'banners_hung', period: '2026-06', hundredths: 900, overlap: 'apart' }))
    expect((await totals('2026-06')).map(({ name, value, imported }) => [name, value, imported?.value])).toEqual([['slogans_posted', null, 3], ['banners_hung', 4, 9]])
    valueOf(await bring({ indicator: 'banners_hung', period: '2026-06', hundredths: 900, overlap: 'same', rev: 1, reason: '是同一批' }))
    expect((await totals('2026-06')).find(({ name }) => name === 'banners_hung')?.imported).toBeUndefined()
    await world.publish({ kind: 'seminar', sessions: [{ startsAt: '2026-11-28T01:00:00.000Z', endsAt: '2026-11-28T02:00:00.000Z', capacity: 5 }] })
    expect(failureOf(await bring({ period: '2026-11' }))).toBe('also-recorded')
  })

  test('records that come later and nobody asked about stand alone', async () => {
    valueOf(await bring({ indicator: 'slogans_posted', period: '2026-05', hundredths: 700 }))
    expect(await totals('2026-05')).toMatchObject([{ name: 'slogans_posted', value: null, imported: { value: 7, kinds: ['system'] } }])
    valueOf(await logged('2026-05-09', 'slogans_posted'))
    const [figures] = await totals('2026-05')
    expect([figures?.value, figures?.imported]).toEqual([4, undefined])
  })
})

describe('versions', () => {
  test('a new one has its reason and the old one stays; of two who saw the same, one is told', async () => {
    valueOf(await bring({ period: '2026-04', indicator: 'goods_value', hundredths: 12050 }))
    expect(failureOf(await bring({ period: '2026-04', indicator: 'goods_value', hundredths: 100, rev: 1 }))).toBe('reason-missing')
    const both = await Promise.all([bring({ period: '2026-04', indicator: 'goods_value', hundredths: 100, rev: 1, reason: '抄错了' }), bring({ period: '2026-04', indicator: 'goods_value', hundredths: 200, rev: 1, reason: '抄错了' }, 'he')])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ failure: 'changed-meanwhile' })
    expect((await listed()).find(({ indicator }) => indicator === 'goods_value')).toMatchObject({ rev: 2, versions: [{ rev: 2, reason: '抄错了' }, { rev: 1, hundredths: 12050, reason: null }] })
  })

  test('withdrawn, it is in no figure and stays to be read; it can be brought over anew', async () => {
    valueOf(await bring({ period: '2026-07' }))
    valueOf(await bring({ period: '2026-07', rev: 1, withdrawn: true, reason: '不是我们的' }))
    expect(await totals('2026-07')).toEqual([])
    expect((await listed()).find(({ period }) => period === '2026-07')).toMatchObject({ withdrawn: true })
    expect(await bring({ period: '2026-07', hundredths: 400 })).toMatchObject({ ok: true, value: { rev: 3 } })
    expect(await totals('2026-07')).toMatchObject([{ name: 'seminar_held', value: null, imported: { value: 4 } }])
  })

  test('of a month before anything was counted it is the figure beside, marked 纸质', async () => {
    valueOf(await bring({ period: '2025-11', indicator: 'columns_run', hundredths: 600, source: { kind: 'paper', name: '2025 年台账' } }))
    valueOf(await world.call('lin', logWork, { recordId: newRecordId(), indicator: 'columns_run', quantity: 2, softness: 'exact', on: '2025-12-02', unitId: 'yuyin-1', at: '2026-11-27T10:20:00.000Z', offsetMs: 0 }))
    expect(await totals('2025-12')).toMatchObject([{ name: 'columns_run', value: 2, previous: { value: 6, kinds: ['paper'] } }])
  })
})

describe('the file', () => {
  test('is kept under a name of ours and given by an address; the upload goes', async () => {
    const input = figure({ period: '2025-08' })
    const bytes = Buffer.from('%PDF-1.7 台账')
    const fileId = await upload(input, 'pdf', bytes)
    valueOf(await world.call('lin', importFigure, { ...input, file: { fileId, name: '八月台账.pdf' } }))
    const [one] = await listed('2025').then((all) => all.filter(({ period }) => period === '2025-08'))
    expect(one?.file).toMatchObject({ name: '八月台账.pdf', bytes: bytes.length })
    expect(Buffer.from(await (await fetch(one!.file!.url!)).arrayBuffer()).equals(bytes)).toBe(true)
    expect(stored('yuyin:2025-08:seminar_held')).toMatchObject({ fileDue: false, file: { upload: null } })
    // A correction without another file keeps it.
    valueOf(await bring({ period: '2025-08', rev: 1, hundredths: 500, reason: '抄错了' }))
    expect((await listed('2025')).find(({ period }) => period === '2025-08')).toMatchObject({ file: { name: '八月台账.pdf' }, rev: 2 })
  })

  test("what is no such file, somebody else's, or too large is refused and nothing is kept", async () => {
    const input = figure({ period: '2025-09' })
    const wrong = await upload(input, 'xlsx', Buffer.from('GIF89a'))
    expect(failureOf(await world.call('lin', importFigure, { ...input, file: { fileId: wrong, name: '表.xlsx' } }))).toBe('file-not-known')
    const other = figure({ period: '2025-09' })
    expect(failureOf(await world.call('lin', importFigure, { ...other, file: { fileId: wrong, name: '表.xlsx' } }))).toBe('upload-not-found')
    const large = figure({ period: '2025-09' })
    const tooLarge = await upload(large, 'pdf', Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(5 * 1024 * 1024)]))
    expect(failureOf(await world.call('lin', importFigure, { ...large, file: { fileId: tooLarge, name: '表.pdf' } }))).toBe('file-too-large')
    expect(stored('yuyin:2025-09:seminar_held')).toBeUndefined()
  })
})

describe('closing', () => {
  const september = { unitId: 'yuyin', month: '2026-09' } as const
  const standing = async () => valueOf(await world.call('lin', reportStanding, september))
  const submitted = async () => valueOf(await world.call('lin', submitReport, { recordId: newRecordId(), ...september, steps: (await standing()).steps.length, missing: [] })).hash

  test('what was brought over before is part of what is approved; what comes later is a 更正 beside it', async () => {
    const talks = { period: '2026-09', indicator: 'talk_held' }
    valueOf(await bring({ ...talks, hundredths: 200 }))
    const first = await submitted()
    expect((await standing()).changedSince).toBe(false)
    valueOf(await bring({ ...talks, hundredths: 300, rev: 1, reason: '漏了一场' }))
    expect((await standing()).changedSince).toBe(true)
    expect(failureOf(await world.call('he', approveReport, { recordId: newRecordId(), ...september, hash: first }))).toBe('changed-since')
    valueOf(await world.call('he', approveReport, { recordId: newRecordId(), ...september, hash: await submitted() }))

    expect(await bring({ ...talks, hundredths: 900, rev: 2, reason: '又找到几场' })).toMatchObject({ ok: true, value: { outcome: 'correction' } })
    for (const unitId of ['yuyin', 'hewan']) expect(await totals('2026-09', unitId)).toMatchObject([{ name: 'talk_held', value: null, imported: { value: 3 } }])
    expect(valueOf(await world.call('lin', draftReport, september)).table).toMatchObject([{ name: 'talk_held', imported: { value: 3 } }])
    expect((await standing()).corrections?.lines).toMatchObject([{ what: 'imported', title: '讲座（引用）', was: { value: 3 }, now: { value: 9 }, why: 'changed' }])
  })

  test('a community that is missing from a street is stood in for by its figures with their file, and by none without', async () => {
    const july = { unitId: 'hewan', month: '2026-07' } as const
    const parts = async () => valueOf(await world.call('he', reportStanding, july)).parts
    const submit = (missing: { unitId: string; reason: string }[]) => world.call('he', submitReport, { recordId: newRecordId(), ...july, steps: 0, missing })
    const talks = figure({ unitId: 'liuqiao', period: '2026-07', indicator: 'talk_attendances', hundredths: 4500, source: { kind: 'office', name: '柳桥社区' } })
    valueOf(await world.call('he', importFigure, talks))
    expect((await parts()).map(({ standIn }) => standIn)).toEqual([undefined, undefined])
    expect(failureOf(await submit([{ unitId: 'yuyin', reason: '七月还没上邻里' }]))).toBe('parts-not-closed')
    const again = { ...talks, recordId: newRecordId(), rev: 1, reason: '补上文件' }
    valueOf(await world.call('he', importFigure, { ...again, file: { fileId: await upload(again, 'pdf', Buffer.from('%PDF-1.7'), 'he'), name: '柳桥七月.pdf' } }))
    expect((await parts()).map(({ unit, standIn }) => [unit.name, standIn])).toEqual([['榆荫社区', undefined], ['柳桥社区', 1]])
    valueOf(await submit([{ unitId: 'yuyin', reason: '七月还没上邻里' }]))
    const report = valueOf(await world.call('he', draftReport, july))
    expect(report.missing.map(({ unit, reason }) => [unit.name, reason])).toEqual([['榆荫社区', '七月还没上邻里'], ['柳桥社区', '用 1 个引用数代替，有文件（来源：柳桥社区）']])
    expect(report.table.find(({ name }) => name === 'talk_attendances')).toMatchObject({ value: null, imported: { value: 45, kinds: ['office'] } })
  })
})
