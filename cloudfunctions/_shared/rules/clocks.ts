/**
 * How the time of a record is known. What counts is the device's time corrected by its measured offset; what the device's clock said, by how
 * much it was taken to be ahead, and when the server took the record in are kept beside it, so that a wrong clock can be seen later. Pure.
 */
import { instant } from './calendar'

export interface Clocks {
  /** What the device's clock said. */
  device: string
  /** Device clock minus server clock as the device had measured it, in ms. */
  offsetMs: number
  /** When the server took it in, by the server's clock. */
  received: string
}

export function clocksOf(record: { at: string; offsetMs: number }, now: number): Clocks {
  return { device: record.at, offsetMs: record.offsetMs, received: instant(now) }
}

/** Of one record, however often it came. */
export function isSameClock(one: Clocks, other: Clocks): boolean {
  return one.device === other.device && one.offsetMs === other.offsetMs
}
