/** The seat rule at full size: 500 people, 30 places, 4 processes, every request twice; and the control that must oversell. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleUnguarded } from '../race/bundle-unguarded'
import { runSeatRace } from '../race/seat-race'

const race = { people: 500, places: 30 }

test('500 people want 30 places: 30 confirmed, 470 told it is full, none twice', async () => {
  const result = await runSeatRace(race)
  expect(result.told).toEqual({ confirmed: 30, 'event-full': 470 })
  expect(result.left).toBe(0)
  expect(result.inBook).toHaveLength(30)
  expect(result.confirmed).toEqual(result.inBook)
  console.log(`race of ${race.people}: ${result.seconds.toFixed(1)} s`)
})

test('the control: with the guard off, more than 30 are confirmed', async () => {
  const functionsDir = mkdtempSync(join(tmpdir(), 'linli-unguarded-'))
  try {
    await bundleUnguarded(functionsDir)
    const result = await runSeatRace({ ...race, functionsDir, instances: 8 })
    expect(result.confirmed.length).toBeGreaterThan(race.places)
    console.log(`without the guard: ${result.confirmed.length} confirmed for ${race.places} places`)
  } finally {
    rmSync(functionsDir, { recursive: true, force: true })
  }
})
