import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { SuggestionToAnswer } from '#contract/suggestions/suggestion'
import type { Me } from './people'
import { reply, suggest, unitWrittenTo, unitsToWriteTo, useSuggestionsToAnswer } from './suggestions'

const { callFunction } = vi.hoisted(() => ({ callFunction: vi.fn() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))
vi.mock('../platform/drawer', () => ({ takeOut: () => undefined, putAway: () => undefined, empty: () => undefined }))

const sentTo = (name: string) => callFunction.mock.calls.filter(([, data]) => (data as { call: string }).call === name).map(([, data]) => (data as { input: Record<string, unknown> }).input)
const one = (id: string, more: Partial<SuggestionToAnswer> = {}): SuggestionToAnswer => ({ id, text: `意见 ${id}`, callName: null, sentAt: '2026-11-27T10:20:00.000Z', answer: null, rev: 0, ...more })
const page = (suggestions: SuggestionToAnswer[], after: string | null = null) => ({ ok: true, value: { suggestions, after } })
const held = () => useSuggestionsToAnswer.getState()

beforeEach(() => {
  callFunction.mockReset().mockResolvedValue({ ok: true, value: { suggestionId: 'one', suggestions: [] } })
  useSuggestionsToAnswer.setState({ unitId: null, suggestions: null, after: null, failed: null, loading: false })
})

describe('where to', () => {
  const yuyin = { id: 'yuyin', name: '榆荫社区', level: 'community' as const, path: ['hewan', 'yuyin'] }
  const liuqiao = { ...yuyin, id: 'liuqiao', name: '柳桥社区' }
  const hewan = { id: 'hewan', name: '河湾街道', level: 'street' as const }
  const grid = { id: 'yuyin-1', name: '第1网格', level: 'grid' as const }
  const me = (more: Partial<Me>): Me => ({ personKey: 'p', callName: null, building: null, community: null, communities: [yuyin, liuqiao], roles: [], may: [], templates: [], ...more })
  const role = (unit: Me['roles'][number]['unit']): Me['roles'][number] => ({ role: 'admin', unit, covers: [unit] })

  test('where one lives, and where one works for who chose nothing; a grid is no place to write to', () => {
    expect(unitWrittenTo(me({ community: liuqiao, roles: [role(yuyin)] }), null)).toEqual(liuqiao)
    expect(unitWrittenTo(me({ roles: [role(grid), role(hewan)] }), null)).toEqual(hewan)
    expect(unitWrittenTo(me({ roles: [role(grid)] }), null)).toBeNull()
    expect(unitWrittenTo(me({ community: yuyin }), 'liuqiao')).toEqual(liuqiao)
    expect(unitsToWriteTo(me({ roles: [role(grid), role(hewan), role(yuyin)] })).map(({ id }) => id)).toEqual(['yuyin', 'liuqiao', 'hewan'])
    expect(unitWrittenTo(null, null)).toBeNull()
  })
})

describe('writing', () => {
  const wish = { unitId: 'yuyin', text: ' 路灯不亮 ', callName: ' ' }

  test('the same words after a lost answer are the same record; after an answer they are another', async () => {
    callFunction.mockRejectedValueOnce(new Error('request:fail'))
    for (let i = 0; i < 3; i += 1) await suggest(wish)
    const [first, again, another] = sentTo('send').map(({ recordId }) => recordId)
    expect(again).toBe(first)
    expect(another).not.toBe(first)
  })

  test('a name that is blank is not sent', async () => {
    await suggest(wish)
    await suggest({ ...wish, callName: ' 张阿姨 ' })
    expect(sentTo('send').map(({ text, callName }) => [text, callName])).toEqual([['路灯不亮', undefined], ['路灯不亮', '张阿姨']])
  })
})

describe('answering', () => {
  test('an answered one stays where it stood', async () => {
    callFunction.mockResolvedValueOnce(page([one('a'), one('b')]))
    await held().load('yuyin')
    callFunction.mockResolvedValueOnce({ ok: true, value: { suggestion: one('a', { rev: 1, answer: { text: '修好了', at: '2026-11-27T10:30:00.000Z' } }) } })
    await reply(one('a'), ' 修好了 ')
    expect(sentTo('answer')).toMatchObject([{ suggestionId: 'a', rev: 0, text: '修好了' }])
    expect(held().suggestions?.map(({ id, rev }) => [id, rev])).toEqual([['a', 1], ['b', 0]])
  })

  test('when somebody was faster, the list comes anew', async () => {
    callFunction.mockResolvedValueOnce(page([one('a')]))
    await held().load('yuyin')
    callFunction.mockResolvedValueOnce({ ok: false, failure: 'changed-meanwhile' }).mockResolvedValueOnce(page([one('a', { rev: 1 })]))
    expect(await reply(one('a'), '修好了')).toMatchObject({ ok: false })
    expect(held().suggestions).toMatchObject([{ rev: 1 }])
  })

  test('pages follow each other; what comes twice stands once, and a failed page leaves the first', async () => {
    callFunction.mockResolvedValueOnce(page([one('a'), one('b')], 'mark'))
    await held().load('yuyin')
    callFunction.mockRejectedValueOnce(new Error('request:fail'))
    await held().more()
    expect([held().suggestions?.length, held().failed?.failure, held().after]).toEqual([2, 'offline', 'mark'])
    callFunction.mockResolvedValueOnce(page([one('b'), one('c')]))
    await held().more()
    expect(sentTo('list').map(({ after }) => after)).toEqual([undefined, 'mark', 'mark'])
    expect(held().suggestions?.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('of two units asked for one after the other the later one stands, whichever answers first', async () => {
    let late: (value: unknown) => void = () => undefined
    callFunction.mockReturnValueOnce(new Promise((resolve) => { late = resolve })).mockResolvedValueOnce(page([one('of-liuqiao')]))
    const first = held().load('yuyin')
    await held().load('liuqiao')
    late(page([one('of-yuyin')]))
    await first
    expect([held().unitId, held().suggestions?.map(({ id }) => id)]).toEqual(['liuqiao', ['of-liuqiao']])
  })
})
