/** Lists of sessions as they lie on this phone, so that 今天 opens without signal, also tomorrow: titles and sums, nobody's name. */
import type { Output } from '#contract/call'
import type { sessionsOfDay } from '#contract/attendance/sessions-of-day'
import { empty, putAway, takeOut } from '../platform/drawer'
import { communityNow, heardAt } from './server-clock'

export type ListOfDay = Output<typeof sessionsOfDay>
export type SessionOfDay = ListOfDay['sessions'][number]

const drawer = 'sessions-of-day'
/** Yesterday's, today's and tomorrow's. */
const mostDays = 3
/** Ms after its end in which a session takes check-ins. */
const doorOpenFor = 6 * 3_600_000

interface Kept { owner: string; days: Record<string, ListOfDay> }

/** `owner`: personKey of whose sessions they are. */
export function keptDays(owner: string | undefined): Record<string, ListOfDay> {
  const kept = takeOut(drawer) as Partial<Kept> | null | undefined
  return kept?.owner === owner && kept?.days ? kept.days : {}
}

export function keepDays(owner: string, lists: Record<string, ListOfDay>): void {
  const days = Object.entries({ ...keptDays(owner), ...lists }).sort(([a], [b]) => (a < b ? -1 : 1)).slice(-mostDays)
  putAway(drawer, { owner, days: Object.fromEntries(days) } satisfies Kept)
}

export function dropDays(): void {
  empty(drawer)
}

/** By this phone's clock, which without signal may be wrong. */
export function isPastDoor(endsAt: string): boolean {
  return communityNow() > Date.parse(endsAt) + doorOpenFor
}

/**
 * Sessions of days before `on` whose door is not closed for certain: after midnight those of the evening, and where no signal says what day it is (the clock may have been set forward)
 * all that may still be under way.
 */
export function stillOpenBefore(owner: string | undefined, on: string): { on: string; sessions: SessionOfDay[] }[] {
  const open = ({ endsAt }: SessionOfDay) => heardAt() <= Date.parse(endsAt) + doorOpenFor
  return Object.entries(keptDays(owner)).filter(([day]) => day < on).map(([day, { sessions }]) => ({ on: day, sessions: sessions.filter(open) })).filter(({ sessions }) => sessions.length > 0)
}
