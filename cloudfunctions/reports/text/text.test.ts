/** Editing the words of a report, through the real functions. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approveReport } from '../../../contract/reports/approve'
import { draftReport } from '../../../contract/reports/draft'
import { sendBackReport } from '../../../contract/reports/send-back'
import { reportStanding } from '../../../contract/reports/standing'
import { submitReport } from '../../../contract/reports/submit'
import { reportTemplate, saveTemplate } from '../../../contract/reports/template'
import { beginText, eventsToTell, readText, restoreText, saveText, textVersions, type Change, type WrittenText } from '../../../contract/reports/text'
import { logWork } from '../../../contract/work/log'
import { correctWork } from '../../../contract/work/correct'
import { openWorld, type OpenWorld } from '../../../emulator/world/open-world'
import { failureOf, valueOf } from '../../../tests/functions/community-evening'

let world: OpenWorld
beforeAll(async () => { world = await openWorld({ name: 'month-end' }) })
afterAll(() => world.stop())
beforeEach(() => {
  for (const name of ['reports', 'snapshots', 'report-texts', 'report-versions']) world.cloud.db.remove(name, {})
  world.cloud.db.update('units', {}, { $unset: { template: '' } })
  world.cloud.db.remove('work-entries', { _id: { $regex: 'of-this-test-' } })
})
let made = 0
const newRecordId = () => `of-this-test-${String((made += 1)).padStart(8, '0')}`

const yuyin = { unitId: 'yuyin', month: '2017-09' }
type Who = Parameters<OpenWorld['call']>[0]
/** Database operations, besides the one read that establishes who calls. */
async function operationsOf(work: () => Promise<unknown>): Promise<string[]> {
  const heard = world.cloud.faults.listen('reports')
  await work()
  world.cloud.faults.disarm()
  return heard.filter((action) => action.startsWith('database.')).slice(1)
}
const begin = async (who: Who = 'lin') => valueOf(await world.call(who, beginText, yuyin))
const save = (who: Who, changes: Change[], recordId = newRecordId()) => world.call(who, saveText, { recordId, ...yuyin, changes })
const draft = async () => valueOf(await world.call('lin', draftReport, yuyin))
const block = (text: Pick<WrittenText, 'blocks'>, id: string) => text.blocks!.find((one) => one.id === id)!
const runsOf = (text: Pick<WrittenText, 'blocks'>, id: string) => block(text, id).runs.map((run) => ('text' in run ? run.text : `[${run.figure}]`)).join('')
const submit = (who: Who, steps = 0) => world.call(who, submitReport, { recordId: newRecordId(), ...yuyin, steps, missing: [] })
const words = (text: string) => [{ text }]
const textOf = async (kind: string) => (await draft()).sections.find((one) => one.kind === kind)?.paragraphs.map((runs) => runs.map((run) => ('text' in run ? run.text : run.print)).join('')).join('\n') ?? ''
const now = () => ({ at: new Date(world.cloud.clock.now()).toISOString(), offsetMs: 0 })
const logged = async (indicator: 'banners_hung' | 'books_given', quantity: number, recordId = newRecordId()) =>
  void valueOf(await world.call('chen', logWork, { recordId, indicator, quantity, softness: 'exact', on: '2017-09-29', unitId: 'yuyin-2', ...now() }))

describe('words', () => {
  test('every one may be changed, title and heading too, and the report says them', async () => {
    const text = await begin()
    expect(text.blocks!.map(({ id }) => id).slice(0, 4)).toEqual(['title', 'opening-1', 'organisation-h', 'organisation-1'])
    valueOf(await save('lin', [
      { id: 'title', base: 1, runs: words('榆荫社区民族团结进步宣传月总结') },
      { id: 'publicity-h', base: 1, runs: words('宣传到家门口') },
      { id: 'shortcomings-1', base: 1, runs: words('人手不够。') },
      { id: 'mine-1', base: 0, runs: words('还办了一件小事。'), place: { section: 'activities', heading: false, after: 'activities-1' } },
      { id: 'next-steps-1', base: 1, runs: null },
    ]))
    const report = await draft()
    expect(report.title).toBe('榆荫社区民族团结进步宣传月总结')
    expect(report.sections.map(({ heading }) => heading)).toEqual([null, '一、加强领导，精心组织', '二、宣传到家门口', '三、开展活动，注重实效', '四、主要成效', '五、存在不足', '六、下步打算'])
    expect(report.sections[5]?.paragraphs).toEqual([[{ text: '人手不够。' }]])
    expect(report.sections[6]?.paragraphs).toEqual([])
    expect(report.sections[3]?.paragraphs[1]).toEqual([{ text: '还办了一件小事。' }])
    expect(report.editing).toMatchObject({ by: '林主任', rev: 2, withoutNumber: [], unsaid: [] })
  })

  test('what WeChat would not let be published is kept all the same, and said', async () => {
    await begin()
    expect(valueOf(await save('lin', [{ id: 'shortcomings-1', base: 1, runs: words('这里有违规测试词。') }])).warned).toBe(true)
    expect(await textOf('shortcomings')).toBe('这里有违规测试词。')
    expect(valueOf(await save('lin', [{ id: 'shortcomings-1', base: 2, runs: words('人手不够。') }])).warned).toBe(false)
  })

  test('figures follow the facts, whatever stands around them; one that is moved stays the figure', async () => {
    await begin()
    valueOf(await save('lin', [{ id: 'publicity-1', base: 1, runs: [{ text: '横幅挂了' }, { figure: 'banners_hung' }, { text: '，标语贴了' }, { figure: 'slogans_posted' }, { text: '。' }] }]))
    expect(await textOf('publicity')).toContain('横幅挂了3幅，标语贴了12条。')
    await logged('banners_hung', 4)
    expect(await textOf('publicity')).toContain('横幅挂了7幅')
  })

  test('a figure that has no number any more prints nothing and is told; so is one that came later', async () => {
    const recordId = newRecordId()
    await logged('books_given', 20, recordId)
    await begin()
    valueOf(await save('lin', [{ id: 'shortcomings-1', base: 1, runs: words('人手不够。') }]))
    valueOf(await world.call('chen', correctWork, { recordId: newRecordId(), entryId: recordId, rev: 1, quantity: 20, softness: 'exact', on: '2017-09-29', withdrawn: true, reason: '记错了', ...now() }))
    await logged('banners_hung', 1)
    const { editing } = await draft()
    expect(editing).toMatchObject({ withoutNumber: ['书籍'], unsaid: [] })
    expect(await textOf('publicity')).not.toMatch(/书籍\d/)
    expect(await textOf('publicity')).not.toContain('null')
  })

  test('an unknown figure, an ID number, a line end or a control character is refused, and nothing is lost', async () => {
    await begin()
    for (const runs of [[{ figure: 'NO' }], words('张三 110101199003077571'), words('一\n二'), words('一\u0007二'), words('字'.repeat(5001))]) {
      expect(failureOf(await save('lin', [{ id: 'publicity-1', base: 1, runs }])), JSON.stringify(runs).slice(0, 40)).toBe('bad-input')
    }
    expect((await draft()).editing).toBeNull()
    expect(valueOf(await save('lin', [{ id: 'publicity-1', base: 1, runs: words('表情👨‍👩‍👧、\u202e从右到左、 空格 ') }])).conflicts).toEqual([])
  })
})

describe('two people', () => {
  test('see each other\'s change, and neither is overwritten', async () => {
    const lin = await begin()
    const he = await begin('he')
    expect(he.rev).toBe(lin.rev)
    valueOf(await save('lin', [{ id: 'publicity-1', base: 1, runs: words('林主任写的。') }]))
    expect(valueOf(await world.call('he', readText, { ...yuyin, since: 1 })).blocks?.find(({ id }) => id === 'publicity-1')).toMatchObject({ by: { name: '林主任', me: false }, runs: words('林主任写的。') })
    const second = valueOf(await save('he', [{ id: 'publicity-1', base: 1, runs: words('何姐写的。') }, { id: 'shortcomings-1', base: 1, runs: words('何姐补的。') }]))
    expect(second.conflicts).toEqual(['publicity-1'])
    expect([runsOf(second, 'publicity-1'), runsOf(second, 'shortcomings-1')]).toEqual(['林主任写的。', '何姐补的。'])
    const third = valueOf(await save('he', [{ id: 'publicity-1', base: block(second, 'publicity-1').rev, runs: words('商量好的。') }]))
    expect([third.conflicts, runsOf(third, 'publicity-1')]).toEqual([[], '商量好的。'])
  })

  test('at the same moment: one is kept, the other is told, whichever it is', async () => {
    await begin()
    const [one, other] = await Promise.all([save('lin', [{ id: 'publicity-1', base: 1, runs: words('甲。') }]), save('he', [{ id: 'publicity-1', base: 1, runs: words('乙。') }])])
    const conflicts = [valueOf(one).conflicts.length, valueOf(other).conflicts.length].sort()
    expect(conflicts).toEqual([0, 1])
  })

  test('what somebody else took out comes back as a conflict, not as an empty block', async () => {
    await begin()
    valueOf(await save('he', [{ id: 'shortcomings-1', base: 1, runs: null }]))
    expect(valueOf(await save('lin', [{ id: 'shortcomings-1', base: 1, runs: words('人手不够。') }])).conflicts).toEqual(['shortcomings-1'])
  })

  test('nothing has changed: that costs two operations and sends no text', async () => {
    await begin()
    const operations = await operationsOf(async () => expect(valueOf(await world.call('lin', readText, { ...yuyin, since: 1 })).blocks).toBeNull())
    expect(operations).toHaveLength(2)
  })
})

describe('again', () => {
  test('the same change once more is the same change', async () => {
    await begin()
    const recordId = newRecordId()
    const changes: Change[] = [{ id: 'publicity-1', base: 1, runs: words('改了。') }, { id: 'new-1', base: 0, runs: words('添了。'), place: { section: 'publicity', heading: false, after: 'publicity-1' } }, { id: 'shortcomings-1', base: 1, runs: null }]
    const first = valueOf(await save('lin', changes, recordId))
    expect(valueOf(await save('lin', changes, recordId))).toEqual(first)
  })
  test('beginning twice is beginning once; what nobody touched is drafted afresh', async () => {
    const first = await begin()
    expect(await begin('he')).toEqual({ ...first, blocks: first.blocks })
    await logged('books_given', 5)
    const again = await begin()
    expect(again.rev).toBe(2)
    expect(runsOf(again, 'publicity-1')).toContain('[books_given]')
  })
})

describe('versions', () => {
  test('say who wrote what and when; an earlier one can be laid down again, and what stood stays', async () => {
    await begin()
    valueOf(await save('lin', [{ id: 'shortcomings-1', base: 1, runs: words('一稿。') }]))
    valueOf(await save('lin', [{ id: 'shortcomings-1', base: 2, runs: words('一稿改。') }]))
    const he = valueOf(await save('he', [{ id: 'shortcomings-1', base: 3, runs: words('二稿。') }]))
    const { versions } = valueOf(await world.call('lin', textVersions, yuyin))
    expect(versions.map(({ n, name }) => [n, name])).toEqual([[3, '何姐'], [2, '林主任'], [1, null]])
    const second = valueOf(await world.call('lin', textVersions, { ...yuyin, n: 2 }))
    expect(runsOf(second, 'shortcomings-1')).toBe('一稿改。')
    const input = { recordId: newRecordId(), ...yuyin, rev: he.rev, n: 2 }
    const restored = valueOf(await world.call('lin', restoreText, input))
    expect(runsOf(restored, 'shortcomings-1')).toBe('一稿改。')
    expect(valueOf(await world.call('lin', restoreText, input))).toEqual(restored)
    expect(failureOf(await world.call('he', restoreText, { ...input, recordId: newRecordId(), n: 3 }))).toBe('changed-meanwhile')
    expect(failureOf(await world.call('lin', restoreText, { ...input, recordId: newRecordId(), rev: restored.rev, n: 9 }))).toBe('no-such-version')
    expect(valueOf(await world.call('lin', textVersions, yuyin)).versions).toHaveLength(4)
    const fresh = valueOf(await world.call('lin', restoreText, { ...input, recordId: newRecordId(), rev: restored.rev, n: 0 }))
    expect(runsOf(fresh, 'shortcomings-1')).toBe('从本月的记录看，没有需要单独说明的问题。')
  })
})

describe('on the way up', () => {
  test('what is handed in is what was written, and it cannot be changed until it is returned', async () => {
    await begin()
    valueOf(await save('lin', [{ id: 'shortcomings-1', base: 1, runs: words('人手不够。') }]))
    const { hash } = valueOf(await submit('lin'))
    expect(await textOf('shortcomings')).toBe('人手不够。')
    expect(failureOf(await save('lin', [{ id: 'shortcomings-1', base: 2, runs: words('够了。') }]))).toBe('handed-in')
    expect(failureOf(await world.call('lin', beginText, yuyin))).toBe('handed-in')
    valueOf(await world.call('he', sendBackReport, { recordId: newRecordId(), ...yuyin, hash, remarks: [{ text: '写具体' }] }))
    valueOf(await save('lin', [{ id: 'shortcomings-1', base: 2, runs: words('网格员少两位。') }]))
    const second = valueOf(await submit('lin', 2))
    valueOf(await world.call('he', approveReport, { recordId: newRecordId(), ...yuyin, hash: second.hash }))
    expect(await textOf('shortcomings')).toBe('网格员少两位。')
    expect(failureOf(await save('lin', [{ id: 'shortcomings-1', base: 3, runs: words('够了。') }]))).toBe('already-closed')
  })

  test('who wrote in it last does not approve it', async () => {
    await begin()
    valueOf(await save('he', [{ id: 'shortcomings-1', base: 1, runs: words('何姐改的。') }]))
    const { hash } = valueOf(await submit('lin'))
    expect(failureOf(await world.call('he', approveReport, { recordId: newRecordId(), ...yuyin, hash }))).toBe('own-submission')
    expect(valueOf(await world.call('he', reportStanding, yuyin)).may).toMatchObject({ approve: false, sendBack: false })
  })

  test('a change and a submission at the same moment: what is said to be saved is handed in, or the submission is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      for (const name of ['reports', 'snapshots', 'report-texts', 'report-versions']) world.cloud.db.remove(name, {})
      await begin()
      valueOf(await save('lin', [{ id: 'shortcomings-1', base: 1, runs: words('先前。') }]))
      const [saved, handed] = await Promise.all([save('lin', [{ id: 'shortcomings-1', base: 2, runs: words('后来。') }]), submit('lin')])
      if (handed.ok) expect(await textOf('shortcomings')).toBe(saved.ok ? '后来。' : '先前。')
      else expect([handed.failure, saved.ok]).toEqual(['changed-meanwhile', true])
    }
  })
})

describe('from the 1st on', () => {
  const ahead = () => world.cloud.invoke('reports', { source: 'timer' })
  const laid = () => world.cloud.db.find('report-texts').map(({ unitId, rev }) => `${String(unitId)} ${String(rev)}`).sort()
  test('the timer lays the drafts of the month before down, each once, and touches none that somebody edits', async () => {
    await begin()
    valueOf(await save('lin', [{ id: 'shortcomings-1', base: 1, runs: words('人手不够。') }]))
    expect(await ahead()).toMatchObject({ ok: true })
    expect(laid()).toEqual(['hewan 1', 'liuqiao 1', 'yuyin 2'])
    expect(await ahead()).toMatchObject({ ok: true })
    expect(laid()).toEqual(['hewan 1', 'liuqiao 1', 'yuyin 2'])
    expect(valueOf(await world.call('he', textVersions, { unitId: 'hewan', month: '2017-09' })).versions).toMatchObject([{ n: 1, name: null }])
  })

  test('what was laid down and nobody touched is handed in as it is drafted then; what somebody edits meanwhile is not', async () => {
    expect(await ahead()).toMatchObject({ ok: true })
    await logged('books_given', 20)
    valueOf(await submit('lin'))
    expect((await draft()).table).toContainEqual(expect.objectContaining({ name: 'books_given', value: 20 }))

    for (let round = 0; round < 5; round += 1) {
      for (const name of ['reports', 'snapshots', 'report-texts', 'report-versions']) world.cloud.db.remove(name, {})
      expect(await ahead()).toMatchObject({ ok: true })
      const [saved, handed] = await Promise.all([save('lin', [{ id: 'shortcomings-1', base: 1, runs: words('人手不够。') }]), submit('lin')])
      if (!handed.ok) expect([handed.failure, saved.ok]).toEqual(['changed-meanwhile', true])
      else if (saved.ok) expect(await textOf('shortcomings')).toBe('人手不够。')
      else expect(saved.failure).toBe('handed-in')
    }
  })
})

describe('who may', () => {
  test('admins of the unit or above; of a unit that is not theirs nobody learns anything', async () => {
    for (const call of [beginText, readText, textVersions, eventsToTell]) {
      expect(failureOf(await world.call('chen', call, yuyin))).toBe('not-allowed')
      expect(failureOf(await world.call('lin', call, { ...yuyin, unitId: 'liuqiao' }))).toBe('unit-not-found')
    }
    expect(failureOf(await world.call('lin', saveText, { recordId: newRecordId(), ...yuyin, unitId: 'liuqiao', changes: [{ id: 'title', base: 1, runs: words('不是我的') }] }))).toBe('unit-not-found')
    expect(failureOf(await save('lin', [{ id: 'title', base: 1, runs: words('还没开始') }]))).toBe('not-begun')
    expect(failureOf(await world.call('lin', beginText, { ...yuyin, unitId: 'yuyin-1' }))).toBe('no-report-of-a-grid')
  })
})

describe('a template', () => {
  test('of a unit is what it and all below it write from; with a mistake it is not kept', async () => {
    const { text, rev, of } = valueOf(await world.call('he', reportTemplate, { unitId: 'hewan' }))
    expect([rev, of]).toEqual([0, null])
    const own = text.replace('从{本期}的记录看，没有需要单独说明的问题。', '{本期}没有别的要说。')
    const wrong = valueOf(await world.call('he', saveTemplate, { unitId: 'hewan', text: text.replace('{缺漏}', '{缺点}'), rev: 0 }))
    expect([wrong.mistakes.length, wrong.rev]).toEqual([1, 0])
    expect(valueOf(await world.call('he', saveTemplate, { unitId: 'hewan', text: own, rev: 0 }))).toEqual({ mistakes: [], rev: 1 })
    expect(valueOf(await world.call('he', saveTemplate, { unitId: 'hewan', text: own, rev: 0 }))).toEqual({ mistakes: [], rev: 1 })
    expect(failureOf(await world.call('he', saveTemplate, { unitId: 'hewan', text, rev: 0 }))).toBe('changed-meanwhile')
    expect(await textOf('shortcomings')).toBe('本月没有别的要说。')
    expect(valueOf(await world.call('lin', reportTemplate, { unitId: 'yuyin' }))).toMatchObject({ of: { id: 'hewan' }, rev: 0 })
    valueOf(await world.call('lin', saveTemplate, { unitId: 'yuyin', text, rev: 0 }))
    expect(await textOf('shortcomings')).toBe('从本月的记录看，没有需要单独说明的问题。')
    valueOf(await world.call('lin', saveTemplate, { unitId: 'yuyin', text: null, rev: 1 }))
    expect(await textOf('shortcomings')).toBe('本月没有别的要说。')
  })
})

describe('days', () => {
  test('截至 25 日 counts those days only, says them, and closes nothing', async () => {
    await logged('books_given', 20)
    const report = valueOf(await world.call('lin', draftReport, { ...yuyin, days: { from: '2017-09-01', to: '2017-09-25' } }))
    expect(report.title).toBe('榆荫社区2017年9月1日至25日工作总结')
    expect(report.table.some(({ name }) => name === 'books_given')).toBe(false)
    expect((await draft()).table.some(({ name }) => name === 'books_given')).toBe(true)
    expect(valueOf(await world.call('lin', reportStanding, yuyin)).state).toBe('draft')
    expect(failureOf(await world.call('lin', draftReport, { ...yuyin, days: { from: '2017-09-25', to: '2017-09-01' } }))).toBe('days-not-in-order')
    expect(failureOf(await world.call('lin', draftReport, { ...yuyin, days: { from: '2015-09-25', to: '2017-09-01' } }))).toBe('too-many-days')
  })
})

describe('what a community\'s draft costs', () => {
  // As it is once the timer of totals has run: rooms are kept, whatever other tests have left uncounted.
  const keep = async () => { for (let run = 0; run < 5; run += 1) expect(await world.cloud.invoke('totals', { source: 'timer' })).toMatchObject({ ok: true }) }
  const expectTen = async (said: string) => {
    const found = await operationsOf(draft)
    expect(found.length, `${said}: ${found.join()}`).toBeLessThanOrEqual(10)
  }

  test('ten operations at most, also when its words were edited', async () => {
    await keep()
    await expectTen('as drafted')
    await begin()
    valueOf(await save('lin', [{ id: 'shortcomings-1', base: 1, runs: words('人手不够。') }]))
    await expectTen('edited')
  })

  test('and when the month before is closed and nothing of it has changed since', async () => {
    const august = { unitId: 'yuyin', month: '2017-08' }
    const { n, hash } = valueOf(await world.call('lin', submitReport, { recordId: newRecordId(), ...august, steps: 0, missing: [] }))
    expect(n).toBe(1)
    valueOf(await world.call('he', approveReport, { recordId: newRecordId(), ...august, hash, alone: false }))
    await keep()
    await expectTen('after a closed month')
  })
})
