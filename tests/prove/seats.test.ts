/** A rush at full size: 10,000 people, 200 places, 8 processes, lost answers and killed functions; and the control that must oversell. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleUnguarded } from '../race/bundle-unguarded'
import { runSeatRace } from '../race/seat-race'

const rush = { people: 10_000, places: 200, processes: 8, sends: 4, dropped: 0.2, kills: 40, asked: 60 }

test('10,000 people want 200 places, each asking up to four times, 20% of the answers lost, 40 processes killed: exactly 200 have one, everybody else waits in a position of their own', async () => {
  const result = await runSeatRace(rush)
  expect(result.told).toEqual({ confirmed: 200, waitlisted: 9800 })
  expect(result).toMatchObject({ left: 0, waitlisted: 9800, wrongPositions: [], killed: 40 })
  expect(result.inBook).toHaveLength(200)
  expect(result.confirmed).toEqual(result.inBook)
  console.log(`rush of ${rush.people}: ${result.seconds.toFixed(0)} s, ${Math.round(rush.people / result.seconds)} people answered a second, ${result.sent} wishes sent, ${result.killed} processes killed`)
}, 1_800_000)

test('the control: with the guard off, more than 30 are confirmed for 30 places', async () => {
  const functionsDir = mkdtempSync(join(tmpdir(), 'linli-unguarded-'))
  try {
    await bundleUnguarded(functionsDir)
    const result = await runSeatRace({ people: 500, places: 30, functionsDir, instances: 8, asked: 0 })
    expect(result.confirmed.length).toBeGreaterThan(30)
    console.log(`without the guard: ${result.confirmed.length} confirmed for 30 places`)
  } finally {
    rmSync(functionsDir, { recursive: true, force: true })
  }
}, 600_000)
