/** The named worlds: what each is called, when it is, and what lies in it. */
import { empty } from '../seed/empty'
import type { Seed } from '../seed/story'

/** `startsAt`: the instant at which the world's clock stands whenever it is opened. */
export interface World {
  startsAt: string
  seed: Seed
}

export const worlds = {
  empty: { startsAt: '2026-11-27T10:20:00.000Z', seed: empty },
} as const satisfies Record<string, World>

export type WorldName = keyof typeof worlds
export const worldNames = Object.keys(worlds) as WorldName[]
