/** Eight phones, the same codes: small here, 500 codes with `npm run prove` (tests/prove/devices.test.ts). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runDevices } from './devices'
import { countingMarks } from './guards-off'

test('eight phones scan the same people offline and send them in any order: 人次 and 人数 are those of the people', { timeout: 120_000 }, async () => {
  const { scans, left, room, month, byHand } = await runDevices({ codes: 30, seed: 3 })
  expect([scans, left]).toEqual([240, []])
  expect(room).toEqual(byHand)
  expect(month).toEqual(byHand)
})

test('control: where marks are counted instead of people, it is seen', { timeout: 120_000 }, async () => {
  const functionsDir = mkdtempSync(join(tmpdir(), 'linli-unguarded-'))
  await countingMarks(functionsDir)
  const { month, byHand } = await runDevices({ codes: 12, seed: 3, functionsDir })
  expect(month.attendances).toBeGreaterThan(byHand.attendances)
  rmSync(functionsDir, { recursive: true, force: true })
})
