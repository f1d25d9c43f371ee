/** The named worlds: what each is called, when it is, and what lies in it. */
import { empty } from '../seed/empty'
import { eventDay } from '../seed/event-day'
import { monthEnd } from '../seed/month-end'
import { officeMay } from '../seed/office-may'
import { shanghai } from '../seed/shanghai'
import type { Seed } from '../seed/story'

/** `startsAt`: the instant at which the world's clock stands when it is opened for the first time. */
export interface World {
  startsAt: string
  seed: Seed
}

export const worlds = {
  empty: { startsAt: shanghai('2026-11-27', '18:20'), seed: empty },
  'event-day': { startsAt: shanghai('2026-11-27', '18:20'), seed: eventDay },
  'month-end': { startsAt: shanghai('2017-10-01', '09:00'), seed: monthEnd },
  'office-may': { startsAt: shanghai('2009-06-01', '09:00'), seed: officeMay },
} as const satisfies Record<string, World>

export type WorldName = keyof typeof worlds
export const worldNames = Object.keys(worlds) as WorldName[]
