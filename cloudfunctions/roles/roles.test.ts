import { afterAll, beforeAll, expect, test } from 'vitest'
import { whoAmI } from '../../contract/people/who-am-i'
import { acceptRole } from '../../contract/roles/accept'
import { cancelInvitation } from '../../contract/roles/cancel-invitation'
import { claimRoot } from '../../contract/roles/claim'
import { inviteToRole } from '../../contract/roles/invite'
import { listRoles } from '../../contract/roles/list'
import { withdrawRole } from '../../contract/roles/withdraw'
import { unitTree } from '../../contract/units/tree'
import { failureOf, newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening({ cloud: { env: { LINLI_CLAIM_CODE: '7K2M9PQRSTVW' } } }) })
afterAll(() => world.stop())

const invite = (by: Parameters<Evening['call']>[0], more: Partial<Parameters<typeof world.call<typeof inviteToRole>>[2]> = {}) =>
  world.call(by, inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: '小吴', ...more })
const rolesOf = async (openid: string) => valueOf(await world.callAs(openid, whoAmI, {})).roles.map(({ role, unit }) => `${role} ${unit.id}`)
const keyOf = async (openid: string) => valueOf(await world.callAs(openid, whoAmI, {})).personKey

test('an invitation gives its role once, from the next call on', async () => {
  const { code, expiresAt } = valueOf(await invite('lin'))
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
  expect(expiresAt.slice(0, 10)).toBe('2026-12-04')
  expect(await rolesOf('o-wu')).toEqual([])
  const typed = `${code.slice(0, 4)}-${code.slice(4, 8).toLowerCase()} ${code.slice(8)}`
  expect(valueOf(await world.callAs('o-wu', acceptRole, { code: typed }))).toEqual({ role: 'gridWorker', unit: { id: 'yuyin', name: '榆荫社区', level: 'community' } })
  expect(await rolesOf('o-wu')).toEqual(['gridWorker yuyin'])
  expect(valueOf(await world.callAs('o-wu', acceptRole, { code }))).toMatchObject({ role: 'gridWorker' })
  expect(failureOf(await world.callAs('o-somebody-else', acceptRole, { code }))).toBe('code-not-valid')
  expect(await rolesOf('o-somebody-else')).toEqual([])
})

test('the code stands nowhere in readable form', async () => {
  const { code } = valueOf(await invite('lin'))
  for (const name of ['invitations', 'audit', 'grants', 'openids']) expect(JSON.stringify(world.cloud.db.find(name))).not.toContain(code)
})

test('asking again with the same record gives the same code; with other words it is refused', async () => {
  const recordId = newRecordId()
  const first = valueOf(await invite('lin', { recordId }))
  expect(valueOf(await invite('lin', { recordId }))).toEqual(first)
  expect(failureOf(await invite('lin', { recordId, role: 'admin' }))).toBe('record-id-taken')
  expect(failureOf(await invite('he', { recordId }))).toBe('record-id-taken')
  await world.callAs('o-first', acceptRole, { code: first.code })
  expect(failureOf(await invite('lin', { recordId }))).toBe('invitation-used')
})

test('nobody invites where they are no admin, and the answer does not tell whether the unit exists', async () => {
  for (const who of ['zhang', 'chen', 'zhou'] as const) expect(failureOf(await invite(who))).toBe('not-allowed')
  for (const unitId of ['hewan', 'liuqiao', 'nowhere']) expect(failureOf(await invite('lin', { unitId }))).toBe('unit-not-found')
  expect((await invite('he', { unitId: 'liuqiao', role: 'admin' })).ok).toBe(true)
})

test('an invitation ends after seven days, when it is taken back, and when its giver has lost the right', async () => {
  const cancelled = valueOf(await invite('lin'))
  expect(failureOf(await world.call('chen', cancelInvitation, { invitationId: cancelled.invitationId }))).toBe('not-allowed')
  for (let again = 0; again < 2; again += 1) expect(valueOf(await world.call('lin', cancelInvitation, { invitationId: cancelled.invitationId }))).toEqual({ cancelled: true })
  expect(failureOf(await world.callAs('o-late', acceptRole, { code: cancelled.code }))).toBe('code-not-valid')

  const deputy = valueOf(await invite('lin', { role: 'admin', name: '副主任' }))
  await world.callAs('o-deputy', acceptRole, { code: deputy.code })
  const ofDeputy = valueOf(await world.callAs('o-deputy', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: '小郑' }))
  expect(valueOf(await world.call('he', withdrawRole, { unitId: 'yuyin', personKey: await keyOf('o-deputy'), role: 'admin' }))).toEqual({ withdrawn: true })
  expect(failureOf(await world.callAs('o-late', acceptRole, { code: ofDeputy.code }))).toBe('code-not-valid')

  const old = valueOf(await invite('lin'))
  const before = new Date(world.cloud.clock.now()).toISOString()
  world.cloud.clock.advance(7 * 86_400_000 + 60_000)
  expect(failureOf(await world.callAs('o-late', acceptRole, { code: old.code }))).toBe('code-not-valid')
  world.cloud.clock.set(before)
  expect(await rolesOf('o-late')).toEqual([])
})

test('a role that was withdrawn is gone with the next call, and a second withdrawal changes nothing', async () => {
  const { code } = valueOf(await invite('lin', { name: '小钱' }))
  await world.callAs('o-qian', acceptRole, { code })
  const personKey = await keyOf('o-qian')
  expect(failureOf(await world.call('chen', withdrawRole, { unitId: 'yuyin', personKey, role: 'gridWorker' }))).toBe('not-allowed')
  expect(valueOf(await world.call('lin', withdrawRole, { unitId: 'yuyin', personKey, role: 'gridWorker' }))).toEqual({ withdrawn: true })
  expect(valueOf(await world.call('lin', withdrawRole, { unitId: 'yuyin', personKey, role: 'gridWorker' }))).toEqual({ withdrawn: false })
  expect(await rolesOf('o-qian')).toEqual([])
  expect(world.cloud.db.find('grants', { _id: 'yuyin' })[0]?.held).not.toHaveProperty(personKey)
})

test('the last admin of a unit stays until somebody takes over: hand-over gives and takes in one moment', async () => {
  expect(failureOf(await world.call('lin', withdrawRole, { unitId: 'yuyin', personKey: 'p-lin', role: 'admin' }))).toBe('last-admin')
  expect(failureOf(await invite('lin', { role: 'admin', name: '新主任', replaces: 'p-chen' }))).toBe('person-not-found')
  const { code } = valueOf(await invite('lin', { role: 'admin', name: '新主任', replaces: 'p-lin' }))
  expect(failureOf(await world.call('lin', acceptRole, { code }))).toBe('code-not-valid') // one does not take over from oneself
  await world.callAs('o-new-chief', acceptRole, { code })
  expect([await rolesOf('o-new-chief'), await rolesOf('openid-lin')]).toEqual([['admin yuyin'], []])
  expect(failureOf(await invite('lin'))).toBe('not-allowed')
  const back = valueOf(await world.callAs('o-new-chief', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'admin', name: '林主任', replaces: await keyOf('o-new-chief') }))
  await world.call('lin', acceptRole, { code: back.code })
  expect(await rolesOf('openid-lin')).toEqual(['admin yuyin'])
})

test('two admins who remove each other at once leave one of them', async () => {
  const { code } = valueOf(await invite('he', { unitId: 'liuqiao', role: 'admin', name: '甲' }))
  await world.callAs('o-a', acceptRole, { code })
  const second = valueOf(await world.callAs('o-a', inviteToRole, { recordId: newRecordId(), unitId: 'liuqiao', role: 'admin', name: '乙' }))
  await world.callAs('o-b', acceptRole, { code: second.code })
  const [a, b] = [await keyOf('o-a'), await keyOf('o-b')]
  const remove = (openid: string, personKey: string) => world.callAs(openid, withdrawRole, { unitId: 'liuqiao', personKey, role: 'admin' as const })
  const outcomes = await Promise.all([remove('o-a', b), remove('o-b', a)])
  expect(outcomes.filter((answer) => answer.ok && answer.value.withdrawn)).toHaveLength(1)
  const left = (await rolesOf('o-a')).concat(await rolesOf('o-b'))
  expect(left).toEqual(['admin liuqiao'])
})

test('one code and many takers: one gets the role', async () => {
  const { code } = valueOf(await invite('lin', { name: '小孙' }))
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => world.callAs(`o-taker-${n}`, acceptRole, { code })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('the list tells who has a role below the unit, to its admins only', async () => {
  const pending = valueOf(await invite('he', { unitId: 'liuqiao', name: '待定' }))
  const seen = valueOf(await world.call('he', listRoles, { unitId: 'hewan' }))
  expect(seen.held).toEqual(expect.arrayContaining([
    expect.objectContaining({ personKey: 'p-he', name: '何姐', role: 'admin', isMe: true }),
    expect.objectContaining({ personKey: 'p-chen', name: '小陈', role: 'gridWorker', isMe: false }),
  ]))
  expect(seen.invitations.find(({ invitationId }) => invitationId === pending.invitationId)).toMatchObject({ name: '待定', unit: { id: 'liuqiao' }, replaces: null })
  expect(JSON.stringify(seen)).not.toContain(pending.code)
  expect(failureOf(await world.call('lin', listRoles, { unitId: 'hewan' }))).toBe('unit-not-found')
  expect(failureOf(await world.call('chen', listRoles, { unitId: 'yuyin' }))).toBe('not-allowed')
})

test("the deployment's code makes the first admin of a new tree, once and for one person", async () => {
  const claim = { code: '7k2m 9pqr-stvw', name: '郑主任', unitName: '桐花街道', level: 'street' as const }
  expect(failureOf(await world.callAs('o-zheng', claimRoot, { ...claim, code: '7K2M9PQRSTVX' }))).toBe('code-not-valid')
  const [one, again] = await Promise.all([1, 2].map(() => world.callAs('o-zheng', claimRoot, claim)))
  expect(valueOf(one!)).toEqual(valueOf(again!))
  expect(await rolesOf('o-zheng')).toEqual([`admin ${valueOf(one!).unit.id}`])
  expect(failureOf(await world.callAs('o-thief', claimRoot, claim))).toBe('code-not-valid')
  expect((await world.callAs('o-zheng', unitTree, { unitId: valueOf(one!).unit.id })).ok).toBe(true)
})

test('every change of rights stands in the audit, and no name, code or openid does', async () => {
  const audit = world.cloud.db.find('audit')
  expect(new Set(audit.map(({ action }) => action))).toEqual(new Set(['roles/invite', 'roles/accept', 'roles/withdraw', 'roles/cancel-invitation', 'roles/claim']))
  for (const secret of ['小吴', '新主任', 'o-wu', 'openid-', '7K2M']) expect(JSON.stringify(audit)).not.toContain(secret)
})

test('everybody has a number in the unit, one for all their roles there, and nobody ever gets another\'s', async () => {
  const numberOf = async (openid: string) => [...new Set(valueOf(await world.callAs(openid, whoAmI, {})).roles.map(({ number }) => number))]
  const join = async (openid: string, role: 'gridWorker' | 'admin') => valueOf(await world.callAs(openid, acceptRole, { code: valueOf(await invite('he', { unitId: 'liuqiao-1', role })).code }))
  for (const openid of ['o-one', 'o-two']) await join(openid, 'gridWorker')
  await join('o-one', 'admin')
  expect([await numberOf('o-one'), await numberOf('o-two')]).toEqual([[1], [2]])
  valueOf(await world.call('he', withdrawRole, { unitId: 'liuqiao-1', personKey: await keyOf('o-two'), role: 'gridWorker' }))
  await join('o-three', 'gridWorker')
  expect(await numberOf('o-three')).toEqual([3])
})
