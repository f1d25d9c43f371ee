import { afterAll, beforeAll, expect, test } from 'vitest'
import { pastEvents } from '../../contract/events/past'
import { searchEvents } from '../../contract/events/search'
import { unitsOfTheWorld } from '../../emulator/world/units'
import { failureOf, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'
import { eventRecord } from '../_shared/records/events'

let world: Evening
const { yuyin, liuqiao, hewan } = unitsOfTheWorld()
beforeAll(async () => {
  world = await openEvening()
  plant('chess-next', '象棋 比赛', [20])
  plant('chess-soon', '象棋友谊赛', [2])
  plant('chess-class', '象棋班', [-30, 1, 30])
  plant('chess-was', '象棋交流', [-5])
  plant('chess-long-ago', '象棋大会', [-360])
  plant('chess-too-long-ago', '象棋', [-380])
  plant('chess-too-far', '象棋', [380])
  plant('chess-draft', '象棋', [3], { status: 'draft' })
  plant('chess-off', '象棋', [3], { status: 'cancelled' })
  plant('chess-street', '全街道象棋赛', [4], {}, hewan)
  plant('chess-elsewhere', '象棋', [1], {}, liuqiao)
  plant('ktv', 'ＫＴＶ 歌会', [6], { placeName: 'Club 88 二楼' })
})
afterAll(() => world.stop())

function plant(id: string, title: string, days: readonly number[], more: object = {}, host = yuyin): void {
  const record = eventRecord(host, { id, kind: 'recreation', title, placeName: '活动室', organisers: [], programme: [], partyLimit: 6, countOnly: true, sessions: days.map((day) => session(day)) }, { by: 'p-he', at: '2026-11-01T00:00:00.000Z' })
  world.cloud.db.insertMany('events', [{ ...record, status: 'published', ...more }])
}
const own = ['hewan', 'yuyin']
const search = async (words: string, hosts: string[] | undefined = own) => valueOf(await world.call('zhang', searchEvents, { words, ...(hosts && { hosts }) }))
const idsOf = async (words: string, hosts?: string[]) => (await search(words, hosts)).found.map(({ id }) => id)

test('a word of the title finds what comes, the nearest first, then what has been within a year, the latest first', async () => {
  expect(await idsOf('象棋')).toEqual(['chess-class', 'chess-soon', 'chess-street', 'chess-next', 'chess-was', 'chess-long-ago'])
  expect((await search('友谊')).found).toEqual([{ id: 'chess-soon', kind: 'recreation', title: '象棋友谊赛', placeName: '活动室', hostUnit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, firstOn: '2026-11-29', lastOn: '2026-11-29' }])
})

test('width, capitals and spaces make no difference, in the place too', async () => {
  for (const words of ['象棋比赛', '象 棋比 赛']) expect(await idsOf(words)).toEqual(['chess-next'])
  for (const words of ['ktv歌', 'K T V', 'club88', 'ＣＬＵＢ']) expect(await idsOf(words)).toEqual(['ktv'])
  expect(await idsOf('麻将')).toEqual([])
})

test('what a pattern would mean is only a word', async () => {
  for (const words of ['.*', '象棋|ktv', '$', '\\']) expect(await idsOf(words)).toEqual([])
})

test('nothing and more than 30 characters are refused', async () => {
  for (const words of ['', '   ', '象'.repeat(31)]) expect(failureOf(await world.call('zhang', searchEvents, { words }))).toBe('bad-input')
})

test('what has been: the latest first, page by page, each once, and nothing that still goes on', async () => {
  expect(valueOf(await world.call('zhang', pastEvents, { hosts: own }))).toMatchObject({ events: [{ id: 'chess-was' }, { id: 'chess-long-ago' }, { id: 'chess-too-long-ago' }], after: null })
  for (let i = 0; i < 65; i += 1) plant(`past-${i}`, '散步', [-1 - (i % 3)], {}, liuqiao)
  const ids: string[] = []
  const sizes: number[] = []
  let after: string | null = null
  do {
    const page: { events: { id: string }[]; after: string | null } = valueOf(await world.call('zhang', pastEvents, { hosts: ['liuqiao'], ...(after && { after }) }))
    ids.push(...page.events.map(({ id }) => id))
    sizes.push(page.events.length)
    after = page.after
  } while (after)
  expect(sizes).toEqual([30, 30, 5])
  expect(new Set(ids).size).toBe(65)
})

test('a search looks through everything in one read and brings what it found in another, among some and among 3,000', async () => {
  const costOf = async (call: () => Promise<unknown>) => {
    const heard = world.cloud.faults.listen('events')
    await call()
    return heard.filter((action) => action.startsWith('database.')).length - 1
  }
  expect(await costOf(() => search('象棋'))).toBe(2)
  expect(await costOf(() => search('麻将'))).toBe(1)
  plantMany('many', 3000, (i) => [`邻里活动第 ${i} 场`, '文化活动中心二楼大厅'])
  expect(await costOf(() => search('象棋'))).toBe(2)
  expect((await search('象棋')).found).toHaveLength(6)
  const { found, more, partly } = await search('活动第')
  expect([found.length, more, partly]).toEqual([50, true, false])
  expect(await costOf(() => world.call('zhang', pastEvents, { hosts: own }))).toBe(2)
}, 60_000)

test('of more than one answer holds, what would stand last is left out, and that is said; also where every name is as long as it may be', async () => {
  plantMany('flood', 3000, (i) => [`邻里活动第 ${i} 场`, '文化活动中心二楼大厅'])
  expect(await search('象棋')).toMatchObject({ found: [{ id: 'chess-class' }, { id: 'chess-soon' }, { id: 'chess-street' }, { id: 'chess-next' }], partly: true })
  for (const id of ['many', 'flood']) world.cloud.db.remove('events', { createdBy: id })
  plantMany('long', 4000, (i) => [`${i}`.padStart(40, '长'), '远'.repeat(40)])
  const { found, more, partly } = await search('长')
  expect([found.length, more, partly, (await search('象棋')).found.map(({ id }) => id)]).toEqual([50, true, true, ['chess-class', 'chess-soon', 'chess-street', 'chess-next']])
  world.cloud.db.remove('events', { createdBy: 'long' })
  expect((await search('象棋')).partly).toBe(false)
}, 60_000)

/** On 300 days from today on, with ids as long as phones make them. */
function plantMany(name: string, events: number, called: (i: number) => [title: string, placeName: string]): void {
  world.cloud.db.insertMany('events', Array.from({ length: events }, (_, i) => {
    const [title, placeName] = called(i)
    const id = name + String(i).padStart(32 - name.length, '0')
    return { ...eventRecord(yuyin, { id, kind: 'recreation', title, placeName, organisers: [], programme: [], partyLimit: 6, countOnly: true, sessions: [session(i % 300)] }, { by: name, at: '2026-11-01T00:00:00.000Z' }), status: 'published' }
  }))
}
