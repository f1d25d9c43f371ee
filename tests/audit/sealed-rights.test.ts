/** The audit of a deployment gone altogether, or cut off behind its first entry, with nothing printed yet: what is left is who holds which role. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptRole } from '../../contract/roles/accept'
import { claimRoot } from '../../contract/roles/claim'
import { inviteToRole } from '../../contract/roles/invite'
import { withdrawRole } from '../../contract/roles/withdraw'
import { claimCode } from '../faults/writing-rights'
import { newRecordId, openEvening, valueOf, type Evening } from '../functions/community-evening'

const dataDir = mkdtempSync(join(tmpdir(), 'linli-rights-'))
const collections = ['audit', 'audit-heads', 'grants'] as const
type Document = Record<string, unknown>
let world: Evening
let unitId: string
/** As each of the steps left them: claimed, 老李 is an admin too, and no more. */
const after: Record<(typeof collections)[number], Document[]>[] = []
const kept = () => Object.fromEntries(collections.map((name) => [name, world.cloud.db.find(name)])) as (typeof after)[number]

beforeAll(async () => {
  world = await openEvening({ dataDir, cloud: { env: { LINLI_CLAIM_CODE: claimCode } } })
  unitId = valueOf(await world.call('zhang', claimRoot, { code: claimCode, name: '郑主任', unitName: '桐花街道', level: 'street' })).unit.id
  after.push(kept())
  const { code } = valueOf(await world.call('zhang', inviteToRole, { recordId: newRecordId(), unitId, role: 'admin', name: '李主任' }))
  valueOf(await world.call('li', acceptRole, { code }))
  after.push(kept())
  valueOf(await world.call('zhang', withdrawRole, { unitId, personKey: 'p-li', role: 'admin' }))
  after.push(kept())
}, 120_000)
afterAll(async () => {
  await world.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

function put(name: (typeof collections)[number], documents: Document[]): void {
  world.cloud.db.remove(name, {})
  if (documents.length > 0) world.cloud.db.insertMany(name, documents)
}
/** The collections as told; the others as they were left. */
function stand(state: Partial<(typeof after)[number]>): void {
  for (const name of collections) put(name, state[name] ?? after[2]![name])
}
/** What the first nightly run says there. */
function night(state: Partial<(typeof after)[number]>): Promise<string | null> {
  stand(state)
  return nightly()
}
async function nightly(): Promise<string | null> {
  rmSync(join(dataDir, 'files/audit'), { recursive: true, force: true })
  const log = () => { try { return readFileSync(join(dataDir, 'logs/audit.log'), 'utf8') } catch { return '' } }
  const before = log()
  await world.cloud.invoke('audit', { source: 'timer' })
  return /audit: [^"|]*/.exec(log().slice(before.length))?.[0].trim() ?? null
}
const gone = { 'audit': [], 'audit-heads': [] }
const unsealed = (grants: Document[]) => grants.map(({ seal: _seal, ...rest }) => rest)

test('as it was left it is whole', async () => {
  expect(after.map((one) => one.audit.length)).toEqual([1, 3, 4])
  expect(await night({})).toBeNull()
})

test('gone altogether, with its head: the rights tell, and without their seals the unit itself', async () => {
  expect(await night(gone)).toBe(`audit: cut-off at ${unitId} 1`)
  expect(await night({ ...gone, grants: unsealed(after[2]!.grants) })).toBe(`audit: rights without their seal on ${unitId}; cut-off at ${unitId} 1`)
  expect(await night({ ...gone, grants: after[2]!.grants.filter(({ _id }) => _id !== unitId) })).toBe(`audit: cut-off at ${unitId} 1`)
})

test('cut off behind an entry, with a head that fits: found as far as the last change of rights', async () => {
  const { audit, 'audit-heads': heads } = after[0]!
  expect(await night({ audit, 'audit-heads': heads })).toBe(`audit: cut-off at ${unitId} 2`)
  expect(await night({ 'audit': after[1]!.audit, 'audit-heads': after[1]!['audit-heads'] })).toBe(`audit: cut-off at ${unitId} 4`)
  // An old seal is of old rights, and beside the new ones it is none.
  const mixed = after[2]!.grants.map((one) => (one._id === unitId ? { ...one, seal: after[1]!.grants.find(({ _id }) => _id === unitId)!.seal } : one))
  expect(await night({ 'audit': after[1]!.audit, 'audit-heads': after[1]!['audit-heads'], 'grants': mixed })).toBe(`audit: rights without their seal on ${unitId}`)
})

test('what is not found: rights put back together with the audit that told of them; but then they are back', async () => {
  expect(await night(after[1]!)).toBeNull()
})

const own = (grants: Document[]) => grants.map((one) => (one._id === unitId ? { ...one, held: { ...(one['held'] as object), 'p-chen': { admin: { name: '小陈', since: '2026-11-27T10:20:00.000Z', by: 'p-zhang', number: 3 } } } } : one))
const told = () => `audit: rights without their seal on ${unitId}`
/** 郑主任 lets somebody in, as the system has it. */
async function letIn(who: 'zhang' | 'zhou'): Promise<void> {
  const { code } = valueOf(await world.call('zhang', inviteToRole, { recordId: newRecordId(), unitId, role: 'admin', name: '新主任' }))
  valueOf(await world.call(who, acceptRole, { code }))
}

test('a right that somebody wrote for themselves has no seal', async () => {
  expect(await night({ grants: own(after[2]!.grants) })).toBe(told())
})

test('a right that was withdrawn, put back as it was with its seal, is older than what the audit tells; so is a unit whose rights are gone', async () => {
  expect(await night({ grants: after[1]!.grants })).toBe(told())
  expect(await night({ grants: after[2]!.grants.filter(({ _id }) => _id !== unitId) })).toBe(told())
})

test('of an entry about roles that is gone, or there twice, the chain tells, and nobody is accused', async () => {
  const { audit } = after[2]!
  expect(await night({ audit: audit.filter(({ n }) => n !== 1) })).toBe(`audit: deleted at ${unitId} 1`)
  expect(await night({ audit: [...audit, { ...audit[2], _id: `${String(audit[2]!['_id'])}x` }] })).toBe(`audit: inserted at ${unitId} 3`)
})

test('no change of roles after it makes either right', async () => {
  for (const grants of [own(after[2]!.grants), after[1]!.grants]) {
    stand({ grants })
    await letIn('zhou')
    expect(await nightly()).toBe(told())
    valueOf(await world.call('zhang', withdrawRole, { unitId, personKey: 'p-zhou', role: 'admin' }))
    expect(await nightly()).toBe(told())
  }
})

test('nor is one accused who is let in, or is let in where they were', async () => {
  stand({})
  await letIn('zhou')
  expect(await nightly()).toBeNull()
  await letIn('zhang')
  expect(await nightly()).toBeNull()
})
