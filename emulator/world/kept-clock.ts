/** The clock of a world that is opened again: kept in its folder, so that no mark of yesterday lies in the future. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../cloud/clock'

const fileName = 'clock.json'
/** Power cuts and closed windows say no goodbye. */
const savedEveryMs = 20_000

export interface KeptClock extends Clock { leave(): void }

/** Where the clock was left; null in a folder that has none. */
export function clockLeftIn(dataDir: string): string | null {
  try {
    const { now } = JSON.parse(readFileSync(join(dataDir, fileName), 'utf8')) as { now?: unknown }
    return typeof now === 'string' && !Number.isNaN(Date.parse(now)) ? now : null
  } catch {
    return null
  }
}

export function keepClock(clock: Clock, dataDir: string): KeptClock {
  const save = () => {
    const file = join(dataDir, fileName)
    // In one piece: a half-written file would start the world's day over.
    writeFileSync(`${file}.new`, JSON.stringify({ now: new Date(clock.now()).toISOString() }))
    renameSync(`${file}.new`, file)
  }
  save()
  const timer = setInterval(save, savedEveryMs)
  timer.unref()
  return {
    ...clock,
    set(instant) { clock.set(instant); save() },
    advance(ms) { clock.advance(ms); save() },
    leave() { clearInterval(timer); save() },
  }
}
