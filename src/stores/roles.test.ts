import { beforeEach, expect, test, vi } from 'vitest'
import { useMe } from './people'
import { accept, byUnit, codeGroups, invite, useRoles, voidInvitation, withdraw, type Held } from './roles'

const { callFunction } = vi.hoisted(() => ({ callFunction: vi.fn() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))

const yuyin = { id: 'yuyin', name: '榆荫社区', level: 'community' as const }
const liuqiao = { ...yuyin, id: 'liuqiao', name: '柳桥社区' }
const one = (personKey: string, unit = yuyin, more: Partial<Held> = {}): Held => ({ personKey, name: personKey, role: 'gridWorker', unit, since: '2026-11-01T00:00:00.000Z', isMe: false, ...more })
const wish = { unitId: 'yuyin', role: 'gridWorker' as const, name: '小吴' }
const inputs = (name: string) => callFunction.mock.calls.filter(([, data]) => (data as { call: string }).call === name).map(([, data]) => (data as { input: Record<string, unknown> }).input)
const made = { ok: true, value: { invitationId: 'i1', code: '12345678ABCD', expiresAt: '2026-12-04T10:20:00.000Z' } }

beforeEach(() => {
  callFunction.mockReset().mockResolvedValue(made)
  useMe.setState({ value: null, input: null })
  useRoles.setState({ value: null, input: null })
})

test('those of one unit stand together, units in the order of the tree', () => {
  expect(byUnit([one('a'), one('b'), one('c', liuqiao)]).map(({ unit, held }) => [unit.id, held.length])).toEqual([['yuyin', 2], ['liuqiao', 1]])
})

test('a code is read out in three groups of four', () => expect(codeGroups('12345678ABCD').join('-')).toBe('1234-5678-ABCD'))

test('a lost answer makes no second code, an answered wish for the same name is another person', async () => {
  callFunction.mockRejectedValueOnce(new Error('request:fail'))
  for (let i = 0; i < 3; i += 1) await invite(wish)
  const [first, again, another] = inputs('invite').map(({ recordId }) => recordId)
  expect(again).toBe(first)
  expect(another).not.toBe(first)
})

test('a changed wish is another invitation, and so is a hand-over', async () => {
  callFunction.mockRejectedValue(new Error('request:fail'))
  for (const changed of [wish, { ...wish, role: 'admin' as const }, { ...wish, replaces: 'p-chen' }]) await invite(changed)
  expect(new Set(inputs('invite').map(({ recordId }) => recordId)).size).toBe(3)
})

test('after withdrawing the list is asked for anew; after giving up one\'s own role also who one is', async () => {
  callFunction.mockResolvedValue({ ok: true, value: { withdrawn: true, held: [], invitations: [] } })
  await useRoles.getState().load({ unitId: 'yuyin' })
  await withdraw(one('p-chen'))
  expect([inputs('list').length, inputs('who-am-i').length]).toEqual([2, 0])
  await withdraw(one('p-lin', yuyin, { isMe: true, role: 'admin' }))
  expect(inputs('who-am-i')).toHaveLength(1)
  expect(inputs('withdraw')[0]).toEqual({ unitId: 'yuyin', personKey: 'p-chen', role: 'gridWorker' })
})

test('an invitation that somebody has just used disappears from the list by itself', async () => {
  callFunction.mockResolvedValue({ ok: false, failure: 'invitation-used' })
  useRoles.setState({ input: { unitId: 'yuyin' } })
  await voidInvitation('i1')
  expect(inputs('list')).toHaveLength(1)
})

test('who has taken a role is asked anew what they may do; who was refused is not', async () => {
  callFunction.mockResolvedValueOnce({ ok: false, failure: 'code-not-valid' })
  await accept('1234-5678-abcd')
  expect(inputs('who-am-i')).toHaveLength(0)
  await accept('1234-5678-abcd')
  expect(inputs('who-am-i')).toHaveLength(1)
})
