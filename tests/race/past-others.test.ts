/** Nobody who waits is passed over by a newcomer (shapes.md, Seats). Between any two operations of one newcomer: registrations/past-others.test.ts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleUnguarded } from './bundle-unguarded'
import { runPastRace } from './past-race'

test('4 newcomers are about to take the last place when the party ahead of them comes to fit: it has both places, and they wait', async () => {
  expect(await runPastRace(4)).toEqual({ told: { waitlisted: 4 }, waiting: 'confirmed', left: 0, inBook: ['p-pair'], confirmed: ['p-pair'] })
}, 120_000)

test('the control: where the book may have changed since it was read, the same party is passed over', async () => {
  const functionsDir = mkdtempSync(join(tmpdir(), 'linli-unguarded-'))
  try {
    await bundleUnguarded(functionsDir, 'unguarded-rev.ts')
    const result = await runPastRace(4, functionsDir)
    expect(result.told['confirmed']).toBeGreaterThan(0)
    expect(result).toMatchObject({ waiting: 'waitlisted' })
  } finally {
    rmSync(functionsDir, { recursive: true, force: true })
  }
}, 120_000)
