/** A key that has been in use for more than a year is told of every night, until a new one stands before it. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { daysInUse } from '../../cloudfunctions/_shared/secrets/keys'
import { openEvening } from '../functions/community-evening'

const key = (kid: string) => `${kid}:${randomBytes(32).toString('base64')}`

/** What the night of 28 November 2026 logs. */
async function nightUnder(keys: string): Promise<unknown[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-due-'))
  const world = await openEvening({ dataDir, cloud: { env: { LINLI_AUDIT_KEY: keys } } })
  world.cloud.clock.set('2026-11-27T19:20:00.000Z')
  await world.cloud.invoke('audit', { source: 'timer' })
  await world.stop()
  const log = join(dataDir, 'logs/audit.log')
  const lines = (existsSync(log) ? readFileSync(log, 'utf8') : '').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown)
  rmSync(dataDir, { recursive: true })
  return lines.filter((line) => JSON.stringify(line).includes('keyDue'))
}

test('from the 366th day on, and not before; a new key before the old one ends it', async () => {
  expect(await nightUnder(key('k20251127'))).toEqual([])
  expect(await nightUnder(key('k20251126'))).toEqual([{ keyDue: 'LINLI_AUDIT_KEY', days: 366 }])
  expect(await nightUnder(`${key('k20261127')},${key('k20251126')}`)).toEqual([])
})

test('a key whose name is no day is as old as it likes', () => {
  expect(daysInUse({ kid: 'k1', bytes: Buffer.alloc(32) }, Date.now())).toBeNull()
})
