/** No place is confirmed beyond the capacity, and nobody has two (product.md, always true 1). Reduced; full size in tests/prove. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleUnguarded } from './bundle-unguarded'
import { runSeatRace } from './seat-race'

const race = { people: 120, places: 10 }

test('120 people from 4 processes want 10 places, each asking twice: 10 have one, 110 are told it is full', async () => {
  const result = await runSeatRace({ ...race, ...(process.env['LINLI_FUNCTIONS_DIR'] && { functionsDir: process.env['LINLI_FUNCTIONS_DIR'] }) })
  expect(result.told).toEqual({ confirmed: 10, 'event-full': 110 })
  expect(result.left).toBe(0)
  expect(result.inBook).toHaveLength(10)
  expect(result.confirmed).toEqual(result.inBook)
  console.log(`race of ${race.people}: ${result.seconds.toFixed(1)} s`)
}, 60_000)

test('the control: the same race with the guard off confirms more people than there are places', async () => {
  const functionsDir = mkdtempSync(join(tmpdir(), 'linli-unguarded-'))
  try {
    await bundleUnguarded(functionsDir)
    const result = await runSeatRace({ ...race, functionsDir })
    expect(result.confirmed.length).toBeGreaterThan(race.places)
    expect(result.left).toBeLessThan(0)
  } finally {
    rmSync(functionsDir, { recursive: true, force: true })
  }
}, 60_000)
