/** 意见建议: from anybody to the admins of a unit, answered, never public. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerSuggestion } from '../../contract/suggestions/answer'
import { listSuggestions } from '../../contract/suggestions/list'
import { mySuggestions } from '../../contract/suggestions/mine'
import { sendSuggestion } from '../../contract/suggestions/send'
import type { CastId } from '../../emulator/world/cast'
import type { Sent } from '../../emulator/world/call-function'
import { failureOf, newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

let now = Date.parse('2026-11-27T10:20:00.000Z')
beforeEach(() => {
  world.cloud.db.remove('suggestions', {})
  world.cloud.clock.set(new Date((now += 60_000)).toISOString())
})
afterEach(() => world.cloud.faults.disarm())

const lamp = '东门的路灯晚上不亮，\n老人走路看不清。'
const wish = (more: Partial<Sent<typeof sendSuggestion>> = {}) => ({ recordId: newRecordId(), unitId: 'yuyin', text: lamp, ...more })
const send = async (who: CastId, more: Partial<Sent<typeof sendSuggestion>> = {}) => valueOf(await world.call(who, sendSuggestion, wish(more))).suggestionId
const reply = (who: CastId, suggestionId: string, rev: number, text: string, recordId = newRecordId()) => world.call(who, answerSuggestion, { recordId, suggestionId, rev, text })
const mine = async (who: CastId) => valueOf(await world.call(who, mySuggestions, {})).suggestions
const list = async (who: CastId, unitId: string, after?: string) => valueOf(await world.call(who, listSuggestions, { unitId, ...(after !== undefined && { after }) }))
const stored = (id: string) => world.cloud.db.find('suggestions', { _id: id })[0]
const later = (ms = 1000) => void world.cloud.clock.advance(ms)

describe('writing', () => {
  test('a resident, a grid worker and an admin write; each reads their own only, newest first', async () => {
    await send('zhang')
    later()
    await send('zhang', { unitId: 'hewan', text: '公交站没有雨棚' })
    for (const who of ['chen', 'lin'] as const) await send(who, { text: `${who} 的意见` })
    expect((await mine('zhang')).map(({ text, unitName, answer, callName }) => [text, unitName, answer, callName])).toEqual([['公交站没有雨棚', '河湾街道', null, null], [lamp, '榆荫社区', null, null]])
    expect((await mine('chen')).map(({ text }) => text)).toEqual(['chen 的意见'])
    expect(await mine('li')).toEqual([])
  })

  test('a repeat is the same suggestion; the same record for something else, or by somebody else, is refused', async () => {
    const input = wish({ callName: '张阿姨' })
    for (let again = 0; again < 3; again += 1) expect(valueOf(await world.call('zhang', sendSuggestion, input))).toEqual({ suggestionId: input.recordId })
    for (const other of [{ text: '别的' }, { unitId: 'liuqiao' }, { callName: '李奶奶' }]) expect(failureOf(await world.call('zhang', sendSuggestion, { ...input, ...other }))).toBe('record-id-taken')
    expect(failureOf(await world.call('li', sendSuggestion, input))).toBe('record-id-taken')
    expect(world.cloud.db.find('suggestions')).toMatchObject([{ text: lamp, personKey: 'p-zhang' }])
  })

  test('the same one sent twice at once is kept once', async () => {
    const input = wish()
    expect((await Promise.all([1, 2, 3, 4].map(() => world.call('zhang', sendSuggestion, input)))).every(({ ok }) => ok)).toBe(true)
    expect(world.cloud.db.count('suggestions')).toBe(1)
  })

  test('not to a grid, and not to nobody', async () => {
    for (const unitId of ['yuyin-1', 'nowhere']) expect(failureOf(await world.call('zhang', sendSuggestion, wish({ unitId })))).toBe('unit-not-found')
    expect(world.cloud.db.count('suggestions')).toBe(0)
  })

  test('500 characters, and not what nobody here may ask', async () => {
    for (const text of ['', ' \n ', '路'.repeat(501), '请统计一下每户的民族', '我的身份证 11010519491231002X']) expect(failureOf(await world.call('zhang', sendSuggestion, wish({ text })))).toBe('bad-input')
    expect(world.cloud.db.count('suggestions')).toBe(0)
    await send('zhang', { text: '路'.repeat(500) })
  })

  test('with twenty that wait for an answer it is enough; one answered, and there is room', async () => {
    const ids: string[] = []
    for (let n = 0; n < 20; n += 1) ids.push(await send('zhang', { text: `第 ${n} 条` }))
    expect(failureOf(await world.call('zhang', sendSuggestion, wish()))).toBe('too-many-open')
    await send('li')
    valueOf(await reply('lin', ids[0] ?? '', 0, '收到'))
    await send('zhang')
  })

  test('four operations besides knowing who calls, and two for reading one\'s own', async () => {
    await send('zhang')
    const operations = world.cloud.faults.listen('suggestions')
    await send('zhang')
    const inDatabase = () => operations.filter((action) => action.startsWith('database.')).length
    expect(inDatabase()).toBe(1 + 4)
    await mine('zhang')
    expect(inDatabase()).toBe(1 + 4 + 1 + 2)
  })
})

describe('what WeChat thinks of the words', () => {
  const risky = '这里有违规测试词'

  test('违规 is refused and nothing is kept; changed, it goes under the same record', async () => {
    const input = wish({ text: risky })
    expect(failureOf(await world.call('zhang', sendSuggestion, input))).toBe('words-refused')
    expect(failureOf(await world.call('zhang', sendSuggestion, wish({ callName: '违规测试词' })))).toBe('words-refused')
    expect(world.cloud.db.count('suggestions')).toBe(0)
    valueOf(await world.call('zhang', sendSuggestion, { ...input, text: lamp }))
  })

  test('an answer likewise', async () => {
    const id = await send('zhang')
    const before = stored(id)
    expect(failureOf(await reply('lin', id, 0, risky))).toBe('words-refused')
    expect(stored(id)).toEqual(before)
  })

  test('it is asked once for all words, about the person who writes, and not again for a repeat', async () => {
    const input = wish({ callName: '张阿姨' })
    const before = world.cloud.outbox().length
    for (let again = 0; again < 2; again += 1) valueOf(await world.call('zhang', sendSuggestion, input))
    expect(world.cloud.outbox().slice(before)).toMatchObject([{ api: 'security.msgSecCheck', errcode: 0, data: { version: 2, scene: 2, openid: 'openid-zhang', content: `${lamp}\n张阿姨` } }])
  })

  /** The fifth thing that sending does: who calls, is it there, the unit, how many are open. */
  const asked = 5

  test.each(['answer-lost', 'timeout', 'too-many-requests'] as const)('WeChat that cannot be asked (%s) keeps nobody silent', async (fault) => {
    const struck = world.cloud.faults.arm({ functionName: 'suggestions', operation: asked, fault, moment: 'before' })
    const id = await send('zhang', { text: risky })
    expect([struck.struck, stored(id)?.['text']]).toEqual(['security.msgSecCheck', risky])
  })

  test('nor does one that does not answer', { timeout: 20_000 }, async () => {
    world.cloud.faults.latencyMs = (action) => (action === 'security.msgSecCheck' ? 6000 : 0)
    try {
      const id = await send('zhang', { text: risky })
      expect(stored(id)?.['text']).toBe(risky)
    } finally {
      world.cloud.faults.latencyMs = 0
    }
  })
})

describe('answering', () => {
  test('the admin of the unit answers, the writer reads it, and who answered is not told', async () => {
    const id = await send('zhang', { callName: '张阿姨' })
    const { suggestions } = await list('lin', 'yuyin')
    expect(suggestions).toEqual([{ id, text: lamp, callName: '张阿姨', sentAt: expect.any(String) as string, answer: null, rev: 0 }])
    later()
    const { suggestion } = valueOf(await reply('lin', id, 0, '已经报修，周五修好'))
    expect(suggestion).toEqual({ ...suggestions[0], rev: 1, answer: { text: '已经报修，周五修好', at: expect.any(String) as string } })
    expect((await mine('zhang'))[0]).toEqual({ id, text: lamp, callName: '张阿姨', unitName: '榆荫社区', sentAt: suggestion.sentAt, answer: suggestion.answer })
  })

  test('who did not sign is nobody to the admin', async () => {
    await send('zhang')
    const answer = JSON.stringify(await world.call('lin', listSuggestions, { unitId: 'yuyin' }))
    for (const trace of ['p-zhang', 'openid', '张阿姨']) expect(answer).not.toContain(trace)
  })

  test('other words are a new version; the earlier one is kept, a repeat is none', async () => {
    const id = await send('zhang')
    const recordId = newRecordId()
    for (let again = 0; again < 2; again += 1) expect(valueOf(await reply('lin', id, 0, '已经报修', recordId)).suggestion.rev).toBe(1)
    expect(valueOf(await reply('he', id, 1, '已经报修')).suggestion.rev).toBe(1)
    later()
    expect(valueOf(await reply('he', id, 1, '修好了')).suggestion).toMatchObject({ rev: 2, answer: { text: '修好了' } })
    expect(stored(id)).toMatchObject({ open: false, answers: [{ text: '已经报修', by: 'p-lin' }, { text: '修好了', by: 'p-he' }] })
    expect(failureOf(await reply('lin', id, 2, '另一句话', recordId))).toBe('record-id-taken')
    expect(valueOf(await reply('lin', id, 0, '已经报修', recordId)).suggestion).toMatchObject({ rev: 2, answer: { text: '修好了' } })
  })

  test('two who answer at once: one is told that somebody was faster', async () => {
    const id = await send('zhang')
    const answers = await Promise.all([reply('lin', id, 0, '林主任答复'), reply('he', id, 0, '何姐答复')])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((one) => !one.ok).map(failureOf)).toEqual(['changed-meanwhile'])
    expect(stored(id)?.['answers']).toHaveLength(1)
  })

  test('twenty versions are enough', async () => {
    const id = await send('zhang')
    for (let rev = 0; rev < 20; rev += 1) valueOf(await reply('lin', id, rev, `第 ${rev} 版`))
    expect(failureOf(await reply('lin', id, 20, '还有一版'))).toBe('answered-too-often')
  })

  test('nobody else: not the writer, not a grid worker, not the neighbours, and nobody learns that it exists', async () => {
    const id = await send('zhang')
    const street = await send('zhang', { unitId: 'hewan' })
    for (const who of ['zhang', 'chen', 'zhou'] as const) {
      expect(failureOf(await reply(who, id, 0, '不是我'))).toBe('not-allowed')
      expect(failureOf(await world.call(who, listSuggestions, { unitId: 'yuyin' }))).toBe('not-allowed')
    }
    for (const foreign of [street, 'nothing']) expect(failureOf(await reply('lin', foreign, 0, '不归我'))).toBe('suggestion-not-found')
    for (const unitId of ['hewan', 'liuqiao', 'nowhere']) expect(failureOf(await world.call('lin', listSuggestions, { unitId }))).toBe('unit-not-found')
    expect([stored(id), stored(street)]).toMatchObject([{ open: true, answers: [] }, { open: true, answers: [] }])
  })

  test('the audit says who answered and when, and not a word of it', async () => {
    const id = await send('zhang', { callName: '张阿姨' })
    valueOf(await reply('lin', id, 0, '已经报修'))
    const entries = world.cloud.db.find('audit', { about: id })
    expect(entries).toMatchObject([{ action: 'suggestions/answer', by: 'p-lin', unitId: 'yuyin', facts: { rev: 1 } }])
    for (const words of ['路灯', '报修', '张阿姨', 'p-zhang']) expect(JSON.stringify(entries)).not.toContain(words)
  })
})

describe('the list of a unit', () => {
  test('is its own and not that of the units below; open ones first, newest first each', async () => {
    const ids: string[] = []
    for (const text of ['一', '二', '三', '四']) { ids.push(await send('zhang', { text })); later() }
    await send('zhang', { unitId: 'hewan', text: '给街道' })
    for (const n of [0, 2]) valueOf(await reply('lin', ids[n] ?? '', 0, '收到'))
    expect((await list('lin', 'yuyin')).suggestions.map(({ text }) => text)).toEqual(['四', '二', '三', '一'])
    expect((await list('he', 'hewan')).suggestions.map(({ text }) => text)).toEqual(['给街道'])
    expect((await list('he', 'yuyin-1')).suggestions).toEqual([])
  })

  test('comes in pages of 50 that lose and double nothing, also where several came at the same instant', async () => {
    const at = (n: number) => new Date(Date.parse('2026-11-01T00:00:00.000Z') + Math.floor(n / 3) * 1000).toISOString()
    world.cloud.db.insertMany('suggestions', Array.from({ length: 130 }, (_, n) => ({
      _id: `suggestion-${String(n).padStart(8, '0')}`, unitId: 'yuyin', personKey: 'p-li', text: `第 ${n} 条`, callName: null, sentAt: at(n), open: n % 2 === 0, answers: [], eraseOn: null,
    })))
    const pages: string[][] = []
    for (let after: string | undefined; ;) {
      const page = await list('lin', 'yuyin', after)
      pages.push(page.suggestions.map(({ id }) => id))
      if (page.after === null) break
      after = page.after
    }
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 30])
    const all = pages.flat()
    expect(new Set(all).size).toBe(130)
    const numbers = all.map((id) => Number(id.slice(-8)))
    expect(numbers.map((n) => n % 2)).toEqual([...Array.from({ length: 65 }, () => 0), ...Array.from({ length: 65 }, () => 1)])
    for (const half of [numbers.slice(0, 65), numbers.slice(65)]) expect(half.map(at)).toEqual([...half].map(at).sort().reverse())
  })

  test('takes no other mark than its own', async () => {
    for (const after of ['', '1', '2|2026-11-27T10:20:00.000Z|abcdefghijklmnop', '1|now|abcdefghijklmnop']) expect(failureOf(await world.call('lin', listSuggestions, { unitId: 'yuyin', after }))).toBe('bad-input')
  })
})

describe('how long', () => {
  async function nightOf(day: string): Promise<void> {
    world.cloud.clock.set(new Date(Date.parse(`${day}T04:00:00.000+08:00`)).toISOString())
    await world.cloud.invoke('people', { source: 'timer' })
  }

  test('a year after its newest answer it goes whole; what nobody answered stays', async () => {
    const [once, twice, never] = [await send('zhang'), await send('zhang'), await send('zhang')]
    for (const id of [once, twice]) valueOf(await reply('lin', id, 0, '收到'))
    world.cloud.clock.set('2026-12-10T02:00:00.000Z')
    valueOf(await reply('lin', twice, 1, '修好了'))
    await nightOf('2027-11-26')
    expect([once, twice, never].map((id) => stored(id) !== undefined)).toEqual([true, true, true])
    await nightOf('2027-11-27')
    expect([once, twice, never].map((id) => stored(id) !== undefined)).toEqual([false, true, true])
    await nightOf('2027-12-10')
    expect([once, twice, never].map((id) => stored(id) !== undefined)).toEqual([false, false, true])
  })
})
