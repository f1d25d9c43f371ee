/** No place is confirmed beyond the capacity, and nobody has two (product.md, always true 1). Reduced; full size in tests/prove. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleUnguarded } from './bundle-unguarded'
import { runSeatRace } from './seat-race'

const race = { people: 60, places: 6, sends: 4, dropped: 0.2, kills: 4, asked: 54 }

test('60 people from 4 processes want 6 places, answers get lost and processes are killed: 6 have one, 54 wait, each in a position of their own', async () => {
  const result = await runSeatRace(race)
  expect(result.told).toEqual({ confirmed: 6, waitlisted: 54 })
  expect(result).toMatchObject({ left: 0, waitlisted: 54, wrongPositions: [], killed: 4 })
  expect(result.inBook).toHaveLength(6)
  expect(result.confirmed).toEqual(result.inBook)
  console.log(`race of ${race.people}: ${result.sent} wishes in ${result.seconds.toFixed(1)} s`)
}, 180_000)

test('the control: with the guard off, the same race confirms more people than there are places', async () => {
  const functionsDir = mkdtempSync(join(tmpdir(), 'linli-unguarded-'))
  try {
    await bundleUnguarded(functionsDir)
    // Fewer places than instances, so that already those who come first are too many, however slow the machine is.
    const result = await runSeatRace({ people: 24, places: 2, functionsDir, instances: 6, asked: 0 })
    expect(result.confirmed.length).toBeGreaterThan(2)
    expect(result.confirmed).toEqual(result.inBook)
  } finally {
    rmSync(functionsDir, { recursive: true, force: true })
  }
}, 180_000)
