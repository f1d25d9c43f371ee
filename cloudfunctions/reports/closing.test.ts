/** A month on its way up and after it is closed, through the real functions. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Output } from '../../contract/call'
import { logWork } from '../../contract/work/log'
import { correctWork } from '../../contract/work/correct'
import { checkIn } from '../../contract/attendance/check-in'
import { undo } from '../../contract/attendance/undo'
import { walkIn } from '../../contract/attendance/walk-in'
import { approveReport } from '../../contract/reports/approve'
import { draftReport } from '../../contract/reports/draft'
import { sendBackReport } from '../../contract/reports/send-back'
import { reportStanding } from '../../contract/reports/standing'
import { submitReport } from '../../contract/reports/submit'
import { wordReport } from '../../contract/reports/word'
import { figureFacts } from '../../contract/totals/facts'
import { monthTotals } from '../../contract/totals/month'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import type { grantsRecord } from '../_shared/records/grants'
import { failureOf, valueOf } from '../../tests/functions/community-evening'
import { textOfWord } from '../../tests/word-text'

let world: OpenWorld
beforeAll(async () => { world = await openWorld({ name: 'month-end' }) })
afterAll(() => world.stop())
beforeEach(() => {
  for (const name of ['reports', 'snapshots']) world.cloud.db.remove(name, {})
  for (const name of ['work-entries', 'attendance', 'walk-ins']) world.cloud.db.remove(name, { _id: { $regex: 'of-this-test-' } })
})
let made = 0
const newRecordId = () => `of-this-test-${String((made += 1)).padStart(8, '0')}`

const yuyin = { unitId: 'yuyin', month: '2017-09' }
const hewan = { ...yuyin, unitId: 'hewan' }
type Who = Parameters<OpenWorld['call']>[0]
const submit = (who: Who, of: { unitId: string; month: string } = yuyin, more: { steps?: number; missing?: { unitId: string; reason: string }[]; recordId?: string } = {}) =>
  world.call(who, submitReport, { recordId: newRecordId(), steps: 0, missing: [], ...of, ...more })
const approve = (who: Who, hash: string, of = yuyin, more: { alone?: boolean; recordId?: string } = {}) => world.call(who, approveReport, { recordId: newRecordId(), ...of, hash, ...more })
const standing = async (who: Who, of = yuyin) => valueOf(await world.call(who, reportStanding, of))
const totals = async (who: Who, of = yuyin) => valueOf(await world.call(who, monthTotals, of))
const close = async (of = yuyin) => valueOf(await approve('he', valueOf(await submit('lin', of)).hash, of))
const now = () => ({ at: new Date(world.cloud.clock.now()).toISOString(), offsetMs: 0 })
const late = { indicator: 'banners_hung', quantity: 7, softness: 'exact', on: '2017-09-29', unitId: 'yuyin-2' } as const
const logLate = async () => { const recordId = newRecordId(); return { recordId, receipt: valueOf(await world.call('chen', logWork, { ...late, recordId, ...now() })) } }
const value = (of: Output<typeof monthTotals>, name: string) => of.figures.find((one) => one.name === name)?.value

describe('the way up', () => {
  test('a draft is submitted, returned with remarks, submitted again and approved; each step has its name, number and hour', async () => {
    const first = valueOf(await submit('lin'))
    expect(await standing('he')).toMatchObject({ state: 'submitted', may: { submit: true, approve: true, sendBack: true, alone: false }, changedSince: false })
    expect(await standing('lin')).toMatchObject({ state: 'submitted', may: { submit: true, approve: false, sendBack: false } })
    const remarks = [{ section: 'publicity' as const, quote: '张贴标语12条', text: '写上贴在哪里' }, { section: null, quote: null, text: '其余很好' }]
    valueOf(await world.call('he', sendBackReport, { recordId: newRecordId(), ...yuyin, hash: first.hash, remarks }))
    expect(await standing('lin')).toMatchObject({ state: 'returned', may: { submit: true }, steps: [{ what: 'submit', name: '林主任', n: 1 }, { what: 'send-back', name: '何姐', n: 1, remarks }] })
    const second = valueOf(await submit('lin', yuyin, { steps: 2 }))
    expect(second.n).toBe(2)
    valueOf(await approve('he', second.hash))
    expect(await standing('lin')).toMatchObject({ state: 'approved', may: { submit: false, approve: false, sendBack: false }, corrections: null, steps: [{}, {}, { what: 'submit', n: 2 }, { what: 'approve', name: '何姐', n: 2, alone: false }] })
    expect(valueOf(await world.call('lin', draftReport, { ...yuyin, n: 1 })).handedIn).toMatchObject({ n: 1, approval: null })
    expect(await world.call('lin', draftReport, { ...yuyin, n: 3 })).toMatchObject({ failure: 'no-such-snapshot' })
  })

  test('nobody skips a step or takes one that is not theirs', async () => {
    expect(failureOf(await approve('he', 'a'.repeat(64)))).toBe('not-submitted')
    const { hash } = valueOf(await submit('lin'))
    expect(failureOf(await approve('he', 'a'.repeat(64)))).toBe('another-snapshot')
    expect(failureOf(await approve('lin', hash))).toBe('approved-from-above')
    expect(failureOf(await approve('lin', hash, yuyin, { alone: true }))).toBe('approved-from-above')
    expect(failureOf(await approve('he', hash, yuyin, { alone: true }))).toBe('not-alone')
    expect(failureOf(await approve('chen', hash))).toBe('not-allowed')
    expect(failureOf(await world.call('lin', sendBackReport, { recordId: newRecordId(), ...yuyin, hash, remarks: [{ text: '再看看' }] }))).toBe('approved-from-above')
    const own = valueOf(await submit('he', yuyin, { steps: 1 }))
    expect(failureOf(await approve('he', own.hash))).toBe('own-submission')
    expect(failureOf(await submit('lin', yuyin, { steps: 1 }))).toBe('changed-meanwhile')
    expect(failureOf(await submit('lin', { ...yuyin, unitId: 'yuyin-1' }))).toBe('no-report-of-a-grid')
    expect(failureOf(await submit('lin', { ...yuyin, month: '2017-10' }))).toBe('month-not-over')
    expect(failureOf(await submit('lin', hewan))).toBe('unit-not-found')
    expect(failureOf(await submit('zhou', { ...yuyin, unitId: 'liuqiao' }))).toBe('not-allowed')
    expect((await standing('he')).state).toBe('submitted')
  })

  test('what comes between submitting and approving is not approved unseen: it is submitted again', async () => {
    const { hash } = valueOf(await submit('lin'))
    const { receipt } = await logLate()
    expect(receipt.outcome).toBe('counted')
    expect(await standing('he')).toMatchObject({ changedSince: true })
    expect(failureOf(await approve('he', hash))).toBe('changed-since')
    const again = valueOf(await submit('lin', yuyin, { steps: 1 }))
    expect(again.hash).not.toBe(hash)
    expect(failureOf(await approve('he', hash))).toBe('another-snapshot')
    valueOf(await approve('he', again.hash))
    expect(value(await totals('lin'), 'banners_hung')).toBe(10)
  })

  test('everything may come again: the same submission, approval and return are one', async () => {
    const [recordId, approval] = [newRecordId(), newRecordId()]
    const all = await Promise.all([1, 2, 3].map(() => submit('lin', yuyin, { recordId })))
    expect(new Set(all.map((one) => valueOf(one).hash)).size).toBe(1)
    const { hash } = valueOf(all[0]!)
    const approvals = await Promise.all([1, 2, 3].map(() => approve('he', hash, yuyin, { recordId: approval })))
    expect(new Set(approvals.map((one) => valueOf(one).checkpoint.hash)).size).toBe(1)
    expect(valueOf(await submit('lin', yuyin, { recordId })).n).toBe(1)
    expect((await standing('lin')).steps).toHaveLength(2)
    expect(failureOf(await submit('lin', yuyin, { steps: 2 }))).toBe('already-closed')
  })

  test('of two who submit at once one is told; the number goes on by one', async () => {
    const answers = await Promise.all([submit('lin'), submit('he')])
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.flatMap((one) => (one.ok ? [] : [one.failure]))).toEqual(['changed-meanwhile'])
  })
})

describe('a closed month', () => {
  test('says for ever what was approved: totals, figures, facts, text and Word; what comes later stands beside it', async () => {
    await close()
    const everything = async () => ({
      totals: await totals('lin'), text: valueOf(await world.call('lin', draftReport, yuyin)), word: valueOf(await world.call('lin', wordReport, yuyin)).fileId,
      facts: valueOf(await world.call('lin', figureFacts, { ...yuyin, figure: 'banners_hung' })),
    })
    const bare = ({ totals: { asOf: _a, corrections: _c, ...rest }, text, word, facts: { asOf: _b, ...facts } }: Awaited<ReturnType<typeof everything>>) => JSON.stringify({ rest, text, word, facts })
    const before = await everything()
    expect(before.totals).toMatchObject({ closed: { n: 1 }, corrections: null })
    const { recordId, receipt } = await logLate()
    expect(receipt.outcome).toBe('correction')
    valueOf(await world.call('lin', correctWork, { recordId: newRecordId(), entryId: recordId, rev: 1, quantity: 9, softness: 'exact', on: '2017-09-29', reason: '数错了', ...now() }))
    const after = await everything()
    expect(bare(after)).toBe(bare(before))
    expect(after.totals.corrections).toMatchObject({
      month: '2017-09', figures: [{ name: 'banners_hung', was: { value: 3 }, now: { value: 12 } }],
      lines: [{ what: 'entry', title: '横幅', unitName: '第2网格', was: null, now: { value: 9 }, why: 'late', reason: '数错了' }], notListed: 0,
    })
    expect((await standing('lin')).corrections).toEqual(after.totals.corrections && { ...after.totals.corrections, asOf: expect.any(String) })
  })

  test('a late check-in, an undo and an entry that leaves the month are corrections; the receipt says so', async () => {
    await close()
    const seminar = 'seminar-of-residents-s1'
    const came = { recordId: newRecordId(), sessionId: seminar, personKey: 'p-zhang', present: 1, source: 'backfill' as const, at: '2017-09-08T07:10:00.000Z', offsetMs: 0 }
    expect(valueOf(await world.call('lin', checkIn, came)).outcome).toBe('correction')
    expect(valueOf(await world.call('lin', checkIn, came)).outcome).toBe('already-there')
    expect((await totals('lin')).corrections).toMatchObject({ lines: [{ what: 'session', was: { value: 20 }, now: { value: 21 }, why: 'late' }] })
    expect(valueOf(await world.call('lin', undo, { recordId: newRecordId(), sessionId: seminar, of: { what: 'check-in', personKey: 'p-zhang', marks: [came.recordId] }, ...now() })).outcome).toBe('correction')
    expect((await totals('lin')).corrections).toBeNull()
    const entry = world.cloud.db.find('work-entries', { month: '2017-09', indicator: 'banners_hung', quantity: 2 })[0]!
    const moved = valueOf(await world.call('lin', correctWork, { recordId: newRecordId(), entryId: String(entry['_id']), rev: 1, quantity: 2, softness: 'exact', on: '2017-10-01', reason: '日期不对', ...now() }))
    expect(moved.outcome).toBe('correction')
    expect((await totals('lin')).corrections).toMatchObject({ lines: [{ was: { value: 2 }, now: null, why: 'other-day', reason: '日期不对' }] })
    expect(value(await totals('lin'), 'banners_hung')).toBe(3)
    expect(value(await totals('lin', { ...yuyin, month: '2017-10' }), 'banners_hung')).toBe(2)
    world.cloud.db.update('work-entries', { _id: entry['_id'] }, { $set: { on: entry['on'], month: '2017-09', rev: 1, versions: entry['versions'] } })
  })

  test('the next month has the corrections beside its own figures, and the closed figure as its month before', async () => {
    await close()
    await logLate()
    const october = valueOf(await world.call('lin', draftReport, { ...yuyin, month: '2017-10' }))
    expect(october.corrections).toMatchObject({ month: '2017-09', lines: [{ now: { value: 7 } }] })
    valueOf(await world.call('chen', logWork, { ...late, on: '2017-10-01', recordId: newRecordId(), ...now() }))
    const figure = (await totals('lin', { ...yuyin, month: '2017-10' })).figures.find((one) => one.name === 'banners_hung')
    expect(figure).toMatchObject({ value: 7, previous: { value: 3 } })
    const words = await wordsOf({ ...yuyin, month: '2017-10' })
    expect(words).toContain('更正')
  })

  test('names at the door go with the closing, those below it included, and one that comes later is not kept', async () => {
    // Whatever month was closed here before has taken the names of the story already.
    const [before] = world.cloud.db.find('walk-ins', { month: '2017-09', path: 'yuyin', people: 5 })
    world.cloud.db.update('walk-ins', { _id: before!['_id'] }, { $set: { callName: '老高一家', eraseOn: '2017-11-30', forgotten: false } })
    await close()
    expect(world.cloud.db.find('walk-ins', { _id: before!['_id'] })[0]).toEqual({ ...before, callName: null, eraseOn: null, forgotten: true })
    expect(world.cloud.db.count('reports', { namesDue: true })).toBe(0)
    const input = { recordId: newRecordId(), sessionId: 'seminar-of-shops-s1', people: 2, callName: '老孙', source: 'backfill' as const, at: '2017-09-15T07:10:00.000Z', offsetMs: 0 }
    expect(valueOf(await world.call('lin', walkIn, input)).outcome).toBe('correction')
    expect(valueOf(await world.call('lin', walkIn, input)).outcome).toBe('already-there')
    expect(world.cloud.db.find('walk-ins', { recordId: input.recordId })[0]).toMatchObject({ people: 2, callName: null, forgotten: true })
  })

  test('a snapshot that somebody changed in the database is not shown as approved', async () => {
    await close()
    world.cloud.db.update('snapshots', {}, { $set: { text: '{}' } })
    expect(failureOf(await world.call('lin', draftReport, yuyin))).toBe('internal')
    expect(failureOf(await world.call('lin', monthTotals, yuyin))).toBe('internal')
  })

  test('Word names who filled in and who checked, the day, and where the audit stood', async () => {
    const { checkpoint } = await close()
    const words = await wordsOf(yuyin)
    for (const word of ['填报人：林主任', '审核人：何姐', '2017年10月1日', checkpoint.hash]) expect(words).toContain(word)
  })
})

describe('a street', () => {
  test('is handed in when its communities are closed, or each other one is named with a reason', async () => {
    expect(failureOf(await submit('he', hewan))).toBe('parts-not-closed')
    await close()
    expect(failureOf(await submit('he', hewan))).toBe('parts-not-closed')
    expect((await standing('he', hewan)).parts).toMatchObject([{ unit: { id: 'yuyin' }, state: 'approved' }, { unit: { id: 'liuqiao' }, state: 'draft', at: null }])
    const missing = [{ unitId: 'liuqiao', reason: '管理员住院，下月补报' }, { unitId: 'yuyin', reason: '不需要' }]
    const { hash } = valueOf(await submit('he', hewan, { missing }))
    expect(valueOf(await world.call('he', draftReport, hewan)).missing).toEqual([{ unit: expect.objectContaining({ id: 'liuqiao' }), reason: '管理员住院，下月补报' }])
    expect(failureOf(await approve('he', hash, hewan))).toBe('own-submission')
    valueOf(await approve('he', hash, hewan, { alone: true }))
    const words = await wordsOf(hewan)
    for (const word of ['单人办理', '柳桥社区', '管理员住院，下月补报']) expect(words).toContain(word)
    expect(world.cloud.db.find('audit', { action: 'reports/approve' }).at(-1)).toMatchObject({ unitId: 'hewan', by: 'p-he', facts: { alone: true, closes: true, hash } })
    // Later than the street, and still on its own way.
    expect(valueOf(await submit('he', { ...yuyin, unitId: 'liuqiao' })).n).toBe(1)
  })

  test('with a second admin nobody closes alone', async () => {
    await close()
    const { hash } = valueOf(await submit('he', hewan, { missing: [{ unitId: 'liuqiao', reason: '未报' }] }))
    const [held] = world.cloud.db.find('grants', { _id: 'hewan' }) as unknown as ReturnType<typeof grantsRecord>[]
    world.cloud.db.update('grants', { _id: 'hewan' }, { $set: { 'held.p-li': { admin: { name: '老李', since: '2017-09-01T00:00:00.000Z', by: 'p-he' } } } })
    world.cloud.db.update('openids', { personKey: 'p-li' }, { $set: { roles: [{ role: 'admin', unitId: 'hewan' }] } })
    try {
      expect(failureOf(await approve('he', hash, hewan, { alone: true }))).toBe('not-alone')
      expect(failureOf(await approve('li', hash, hewan, { alone: true }))).toBe('not-alone')
      valueOf(await approve('li', hash, hewan))
    } finally {
      world.cloud.db.update('grants', { _id: 'hewan' }, { $set: { held: held!.held } })
      world.cloud.db.update('openids', { personKey: 'p-li' }, { $set: { roles: [] } })
    }
  })

  test('adds up from the frozen 人次 of its closed communities, and counts 人数 again over the same facts', async () => {
    const open = await totals('he', hewan)
    await close()
    const came = { recordId: newRecordId(), sessionId: 'seminar-of-shops-s1', personKey: 'p-zhang', present: 1, source: 'backfill' as const, at: '2017-09-15T07:10:00.000Z', offsetMs: 0 }
    valueOf(await world.call('lin', checkIn, came))
    const closed = await totals('he', hewan)
    expect(closed.figures).toEqual(open.figures)
    expect(closed.parts).toEqual(open.parts)
    expect(closed).toMatchObject({ closed: null, corrections: null })
  })
})

async function wordsOf(of: { unitId: string; month: string }): Promise<string> {
  const { url } = valueOf(await world.call(of.unitId === 'hewan' ? 'he' : 'lin', wordReport, of))
  return textOfWord(new Uint8Array(await (await fetch(url)).arrayBuffer()))
}
