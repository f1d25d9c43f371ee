/** The adversary can write the database and has old copies of it, but not the keys. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { undo } from '../../contract/attendance/undo'
import { walkIn } from '../../contract/attendance/walk-in'
import { inviteToRole } from '../../contract/roles/invite'
import { correctWork } from '../../contract/work/correct'
import { logWork } from '../../contract/work/log'
import { approveReport } from '../../contract/reports/approve'
import { draftReport } from '../../contract/reports/draft'
import { submitReport } from '../../contract/reports/submit'
import { wordReport } from '../../contract/reports/word'
import { troublesWith, type AuditEntry, type AuditHead } from '../../cloudfunctions/_shared/rules/audit-chain'
import { keysOf } from '../../cloudfunctions/_shared/secrets/keys'
import { keysIn } from '../../emulator/world/keys'
import { monthOf } from '../../cloudfunctions/_shared/rules/calendar'
import { newRecordId, openEvening, valueOf, type Evening } from '../functions/community-evening'

const dataDir = mkdtempSync(join(tmpdir(), 'linli-audit-'))
let world: Evening
type Document = Record<string, unknown>
let audit: Document[] = []
let heads: Document[] = []
beforeAll(async () => {
  world = await openEvening({ dataDir })
  const eventId = await world.publish()
  const stamp = () => ({ recordId: newRecordId(), at: new Date(world.cloud.clock.now()).toISOString(), offsetMs: 0 })
  const sessionId = `${eventId}-s1`
  for (let n = 0; n < 4; n += 1) {
    const came = stamp()
    valueOf(await world.call('chen', walkIn, { ...came, sessionId, people: 2, source: 'tap' }))
    valueOf(await world.call('chen', undo, { ...stamp(), sessionId, of: { what: 'walk-in', recordId: came.recordId } }))
  }
  const entry = { ...stamp(), unitId: 'yuyin-1', indicator: 'banners_hung' as const, quantity: 3, softness: 'exact' as const, on: '2026-11-27' }
  valueOf(await world.call('chen', logWork, entry))
  valueOf(await world.call('chen', correctWork, { ...stamp(), entryId: entry.recordId, rev: 1, quantity: 2, softness: 'exact', on: '2026-11-27', withdrawn: false, reason: '数错了' }))
  const month = monthOf(world.cloud.clock.now())
  for (let again = 0; again < 2; again += 1) valueOf(await world.call('lin', wordReport, { unitId: 'yuyin', month }))
  valueOf(await world.call('lin', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: '小吴' }))
  audit = world.cloud.db.find('audit')
  heads = world.cloud.db.find('audit-heads')
}, 120_000)
afterAll(async () => {
  await world.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** What the nightly run says of the database as the adversary left it; `null`: nothing. The first night, unless there were some before. */
async function night(change: () => void, { isFirst = true } = {}): Promise<string | null> {
  change()
  if (isFirst) rmSync(join(dataDir, 'files/audit'), { recursive: true, force: true })
  const before = log()
  await world.cloud.invoke('audit', { source: 'timer' })
  const said = log().slice(before.length)
  for (const [name, kept] of [['audit', audit], ['audit-heads', heads]] as const) {
    world.cloud.db.remove(name, {})
    world.cloud.db.insertMany(name, kept)
  }
  return /audit: [^"|]*/.exec(said)?.[0].trim() ?? null
}
function log(): string {
  try {
    return readFileSync(join(dataDir, 'logs/audit.log'), 'utf8')
  } catch {
    return ''
  }
}
const idOf = (n: number) => `hewan:${String(n).padStart(10, '0')}`
const remove = (...ns: number[]) => ns.forEach((n) => world.cloud.db.remove('audit', { _id: idOf(n) }))

test('undos, a correction, an export and an invitation are there, and nothing personal', async () => {
  expect(audit.map(({ action }) => action)).toEqual([...Array<string>(4).fill('attendance/undo'), 'work/correct', 'reports/word', 'roles/invite'])
  expect(await night(() => undefined)).toBeNull()
  expect(JSON.stringify(audit)).not.toMatch(/openid|小吴|数错了/)
})

test('edit, delete, insert, reorder, cut the tail, rewrite from the start: each is found, and where', async () => {
  expect(await night(() => world.cloud.db.update('audit', { _id: idOf(3) }, { $set: { by: 'p-zhang' } }))).toBe('audit: edited at hewan 3')
  expect(await night(() => world.cloud.db.update('audit', { _id: idOf(5) }, { $set: { 'facts.rev': 9 } }))).toBe('audit: edited at hewan 5')
  expect(await night(() => remove(2))).toBe('audit: deleted at hewan 2')
  expect(await night(() => world.cloud.db.insertMany('audit', [{ ...audit[3], _id: `${idOf(4)}x`, about: 'forged' }]))).toBe('audit: inserted at hewan 4')
  expect(await night(() => {
    remove(2, 6)
    world.cloud.db.insertMany('audit', [{ ...audit[1], _id: idOf(6) }, { ...audit[5], _id: idOf(2) }])
  })).toMatch(/ at hewan 2.* at hewan 6/)
  expect(await night(() => remove(6, 7))).toBe('audit: cut-off at hewan 6')
  expect(await night(() => {
    for (const entry of audit) world.cloud.db.update('audit', { _id: entry._id }, { $set: { hash: 'f'.repeat(64) } })
  })).toBe('audit: begun-anew at hewan 1')
})

test('a head that was deleted hides no chain, with all of its entries or with some', async () => {
  const beheaded = (...cut: number[]) => night(() => {
    remove(...cut)
    world.cloud.db.remove('audit-heads', {})
  })
  expect(await beheaded()).toBe('audit: cut-off at hewan 7')
  expect(await beheaded(6, 7)).toBe('audit: cut-off at hewan 5')
  expect(await beheaded(2)).toMatch(/deleted at hewan 2/)
})

const rolledBack = (n: number) => {
  remove(...audit.map((_, i) => i + 1).filter((place) => place > n))
  world.cloud.db.update('audit-heads', { _id: 'hewan' }, { $set: { n, hash: audit[n - 1]!.hash } })
}

test('a head that is no number, or none at all, hides no entry that is gone', async () => {
  const spoilt = (operators: Record<string, unknown>) => night(() => {
    remove(6, 7)
    world.cloud.db.update('audit-heads', { _id: 'hewan' }, operators)
  })
  for (const operators of [{ $set: { n: 'x' } }, { $unset: { n: '' } }, { $set: { n: null } }]) expect(await spoilt(operators)).toBe('audit: cut-off at hewan 6')
})

test('a tail cut off together with its head is found by the next night, and by each until it is looked into; so is the audit gone altogether', async () => {
  const next = { isFirst: false }
  expect(await night(() => undefined)).toBeNull()
  expect(await night(() => undefined, next)).toBeNull()
  for (let again = 0; again < 2; again += 1) expect(await night(() => rolledBack(5), next)).toBe('audit: cut-off at hewan 6')
  expect(await night(() => { for (const name of ['audit', 'audit-heads']) world.cloud.db.remove(name, {}) }, next)).toBe('audit: cut-off at hewan 1')
  expect(await night(() => undefined, next)).toBeNull()
  // Where nothing was kept apart yet nothing tells.
  expect(await night(() => rolledBack(5))).toBeNull()
})

test('what an approved report prints finds a tail that was cut off together with its head', async () => {
  const october = { unitId: 'yuyin', month: '2026-10' }
  const { hash } = valueOf(await world.call('lin', submitReport, { recordId: newRecordId(), ...october, steps: 0, missing: [] }))
  valueOf(await world.call('he', approveReport, { recordId: newRecordId(), ...october, hash }))
  const printed = valueOf(await world.call('lin', draftReport, october)).handedIn?.approval?.checkpoint
  const whole = world.cloud.db.find('audit') as unknown as AuditEntry[]
  expect(whole.map(({ action }) => action).slice(-2)).toEqual(['reports/submit', 'reports/approve'])
  const keys = keysOf('LINLI_AUDIT_KEY', keysIn(dataDir))
  const [oldHead] = heads as unknown as AuditHead[]
  const rolledBack = whole.slice(0, oldHead!.n)
  expect(troublesWith('hewan', rolledBack, oldHead!, keys)).toEqual([])
  expect(troublesWith('hewan', rolledBack, oldHead!, keys, [printed!])).toEqual([{ kind: 'cut-off', chain: 'hewan', n: oldHead!.n + 1 }])
  expect(readFileSync(join(dataDir, 'logs/reports.log'), 'utf8')).toContain(JSON.stringify({ auditCheckpoint: printed }))
  // The report itself lies in the database, and the night reads it: neither an old head nor no chain at all goes unseen.
  expect(await night(() => undefined)).toBeNull()
  expect(await night(() => undefined)).toBe(`audit: cut-off at hewan ${oldHead!.n + 1}`)
  expect(await night(() => { for (const name of ['audit', 'audit-heads']) world.cloud.db.remove(name, {}) })).toBe('audit: cut-off at hewan 1')
  world.cloud.db.remove('reports', {})
  expect(await night(() => undefined)).toBeNull()
})

test('a tail cut off together with its head is found by the line that last night left in the log, and by what it left in storage', async () => {
  await night(() => undefined)
  const checkpoints = join(dataDir, 'checkpoints.jsonl')
  writeFileSync(checkpoints, log().split('\n').filter((line) => line.includes('auditCheckpoint')).slice(-1).join('\n'))
  rolledBack(5)
  await world.cloud.stop()
  const verify = (...words: string[]) => promisify(execFile)(process.execPath, ['--import', 'tsx', 'emulator/audit-verify.ts', dataDir, ...words])
  const cut = { code: 1, stdout: expect.stringContaining('✗ hewan 第 6 条从这里起被截掉') as unknown }
  await expect(verify()).rejects.toMatchObject(cut)
  rmSync(join(dataDir, 'files/audit'), { recursive: true })
  expect((await verify()).stdout).toContain('审计记录完整（5 条）')
  await expect(verify(checkpoints)).rejects.toMatchObject(cut)
  world = await openEvening({ dataDir })
})
