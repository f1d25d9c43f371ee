/** Keys of codes that outlive a run of the app, so that a code can be shown without signal. Each goes when its last session takes no check-ins any more. */
import { putAway, takeOut } from '../platform/drawer'
import { clockOffset, measuredOffset } from './server-clock'

/** What was given, with how far the clock was off when it came: a run that starts without signal cannot measure it. */
export interface Kept<Given> { given: Given; offsetMs: number }

export interface Drawer<Given> {
  read(now: number): Record<string, Kept<Given>>
  keep(id: string, given: Given, now: number): Record<string, Kept<Given>>
  drop(id: string, now: number): Record<string, Kept<Given>>
}

/** `until`: the end of it, in ms. */
export function drawerOf<Given>(name: string, until: (given: Given) => number): Drawer<Given> {
  const read = (now: number) => {
    const stored = takeOut(name)
    const all = stored !== null && typeof stored === 'object' ? (stored as Record<string, Kept<Given>>) : {}
    return Object.fromEntries(Object.entries(all).filter(([, one]) => until(one.given) >= now))
  }
  const write = (all: Record<string, Kept<Given>>) => { putAway(name, all); return all }
  return {
    read,
    keep: (id, given, now) => write({ ...read(now), [id]: { given, offsetMs: clockOffset() } }),
    drop: (id, now) => { const { [id]: _gone, ...rest } = read(now); return write(rest) },
  }
}

/** Server time as well as this phone knows it, in ms. `device`: its own clock. */
export function serverTime(kept: { offsetMs: number }, device: number): number {
  return device - (measuredOffset() ?? kept.offsetMs)
}
