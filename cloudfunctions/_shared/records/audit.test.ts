import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestCloud } from '../../../emulator/cloud/fixtures/open-test-cloud'
import type { Cloud } from '../../../emulator/cloud/start-cloud'
import { troublesWith } from '../rules/audit-chain'
import { keysOf } from '../secrets/keys'
import { auditOf, audited, findAuditHead } from './audit'
import { inTransaction, type Transaction } from './transaction'

let cloud: Cloud
beforeAll(async () => {
  cloud = await openTestCloud({ indexes: { things: [], audit: [{ fields: { chain: 1 } }], 'audit-heads': [] } })
  Object.assign(process.env, cloud.env(), { LINLI_AUDIT_KEY: `k1:${randomBytes(32).toString('base64')}` })
})
afterAll(() => cloud.stop())
beforeEach(() => {
  for (const name of ['things', 'audit', 'audit-heads']) cloud.db.remove(name, {})
  cloud.db.insertMany('things', [{ _id: 't', n: 0 }])
})

const at = '2026-11-27T11:00:00.000Z'
interface Thing { _id: string; n: number }

async function change(transaction: Transaction, by: string): Promise<void> {
  const thing = await transaction.find<Thing>('things', 't')
  await transaction.update('things', 't', { n: (thing?.n ?? 0) + 1 })
  await audited(transaction, ['hewan', 'yuyin'], { action: 'things/change', by, about: 't', facts: { n: (thing?.n ?? 0) + 1 } }, at)
}
const troubles = async () => troublesWith('hewan', await auditOf('hewan'), await findAuditHead('hewan'), keysOf('LINLI_AUDIT_KEY'))

test('a change and its entry are both there', async () => {
  await inTransaction((transaction) => change(transaction, 'p1'))
  expect(cloud.db.find('things')).toEqual([{ _id: 't', n: 1 }])
  expect(await auditOf('hewan')).toMatchObject([{ _id: 'hewan:0000000001', n: 1, action: 'things/change', by: 'p1', unitId: 'yuyin', about: 't', facts: { n: 1 }, at }])
  expect(await troubles()).toEqual([])
})

test('of many writers at once each has its own place: no fork, no gap', { timeout: 60_000 }, async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => inTransaction((transaction) => change(transaction, `p${i}`))))
  const done = outcomes.filter(({ status }) => status === 'fulfilled').length
  expect(done).toBeGreaterThan(3)
  expect(cloud.db.find('things')).toEqual([{ _id: 't', n: done }])
  expect((await auditOf('hewan')).map(({ n }) => n)).toEqual(Array.from({ length: done }, (_, i) => i + 1))
  expect(await troubles()).toEqual([])
  console.log(`${done} of 12 writers at once came through`)
})

test('a change that breaks off leaves neither itself nor its entry', async () => {
  await expect(inTransaction(async (transaction) => {
    await change(transaction, 'p1')
    throw new Error('broke off')
  })).rejects.toThrow('broke off')
  expect([cloud.db.find('things'), cloud.db.count('audit'), cloud.db.count('audit-heads')]).toEqual([[{ _id: 't', n: 0 }], 0, 0])
})

test('without the key nothing is changed', async () => {
  const key = process.env.LINLI_AUDIT_KEY
  delete process.env.LINLI_AUDIT_KEY
  await expect(inTransaction((transaction) => change(transaction, 'p1'))).rejects.toThrow('LINLI_AUDIT_KEY is not set')
  process.env.LINLI_AUDIT_KEY = key
  expect(cloud.db.find('things')).toEqual([{ _id: 't', n: 0 }])
})
