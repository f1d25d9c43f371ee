import { beforeEach, expect, test, vi } from 'vitest'

const drawers = vi.hoisted(() => new Map<string, unknown>())
vi.mock('../platform/drawer', () => ({
  takeOut: (name: string) => drawers.get(name),
  putAway: (name: string, content: unknown) => void drawers.set(name, content),
  empty: (name: string) => void drawers.delete(name),
}))
vi.mock('../platform/cloud', () => ({ callFunction: vi.fn(), uploadFile: vi.fn() }))

const yuyin = { id: 'yuyin', name: '榆荫社区', level: 'community' as const, path: ['hewan', 'yuyin'] }
const me = (community: typeof yuyin | null) => ({ personKey: 'p-zhang', callName: null, building: null, community, communities: [], roles: [], may: [], templates: [] })

/** As after a launch: nothing in memory, only what the phone kept. */
async function launched() {
  vi.resetModules()
  return { ...(await import('./home')), ...(await import('./people')) }
}
beforeEach(() => drawers.clear())

test('what who-am-i says is there at the next launch before it answers', async () => {
  const first = await launched()
  expect(first.hostsOf(first.useHome.getState().home)).toBeUndefined()
  first.useMe.setState({ value: me(yuyin) })
  expect(first.hostsOf(first.useHome.getState().home)).toEqual(['hewan', 'yuyin'])
  const second = await launched()
  expect(second.useHome.getState().home).toEqual({ name: '榆荫社区', path: ['hewan', 'yuyin'] })
  second.useMe.setState({ value: me(null) })
  expect(second.useHome.getState().home).toBeNull()
  expect(drawers.size).toBe(0)
})

test.each([['nothing', undefined], ['a word', 'yuyin'], ['no units', { name: '榆荫社区', path: [] }], ['units that are none', { name: '榆荫社区', path: [7] }]])('%s in the drawer is no community', async (_what, kept) => {
  drawers.set('home', kept)
  expect((await launched()).useHome.getState().home).toBeNull()
})

test('a tree deeper than six asks for the nearest six', async () => {
  const { hostsOf } = await launched()
  expect(hostsOf({ name: '榆荫社区', path: ['1', '2', '3', '4', '5', '6', '7'] })).toEqual(['2', '3', '4', '5', '6', '7'])
})
