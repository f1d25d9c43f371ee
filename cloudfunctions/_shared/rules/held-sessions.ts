/**
 * The sessions of a month that were held, with who was there: not cancelled, started, and with a live fact or marked
 * 已举办 (product.md). Every figure of events is counted from these alone. Pure.
 */
import type { EventKind } from '../../../contract/events/kinds'
import { softnessOfRoom, type Room } from '../../../contract/attendance/room'
import type { SumSoftness } from '../../../contract/totals/figure'
import type { Softness } from '../../../contract/values'
import { compare, presenceOf, type Marked } from './presence'
import { countsThatStand, roomOf, walkInsThatStand, type CountedRoom, type CountedWalkIn } from './room'

export interface EventFacts {
  _id: string
  kind: EventKind
  title: string
  placeName: string
  path: readonly string[]
  countOnly: boolean
  status: string
  organisers: readonly { part: string; name: string }[]
  sessions: readonly SessionFacts[]
}
export interface SessionFacts { id: string; startsAt: string; on: string; month: string; held: boolean }

interface OfSession { sessionId: string; path: readonly string[] }

/** All that is counted, as plain records; those of other months may be among them. */
export interface Facts {
  events: readonly EventFacts[]
  attendance: readonly (OfSession & Marked & { personKey: string })[]
  walkIns: readonly (OfSession & CountedWalkIn)[]
  headcounts: readonly (OfSession & CountedRoom)[]
  entries: readonly EntryFacts[]
}
export interface EntryFacts {
  _id: string
  indicator: string
  quantity: number | null
  softness: Softness
  on: string
  month: string
  path: readonly string[]
  withdrawn: boolean
}

export interface Scope { month: string; /** ms */ now: number }

export interface HeldSession {
  event: EventFacts
  session: SessionFacts
  /** null: held, and nobody counted. */
  room: Room | null
  /** Of its 人次: soft only where a soft headcount decides. */
  softness: SumSoftness
  /** People with a live check-in: each is one pair of person and session. */
  personKeys: readonly string[]
}

/** Who was in a session, from all its facts. */
export interface CountedSession {
  /** null: nobody was recorded, or all of it was taken back. */
  room: Room | null
  /** People with a live check-in. */
  personKeys: readonly string[]
}
export type Counted = ReadonlyMap<string, CountedSession>

/** What a month is counted from once its sessions are counted. */
export interface CountedFacts extends Pick<Facts, 'events' | 'entries'> { sessions: Counted }

/** By session; one without any fact is absent. */
export function countedSessions(facts: Pick<Facts, 'attendance' | 'walkIns' | 'headcounts'>): Map<string, CountedSession> {
  const checkIns = groups(facts.attendance)
  const walkIns = groups(facts.walkIns)
  const headcounts = groups(facts.headcounts)
  const counted = new Map<string, CountedSession>()
  for (const id of new Set([...checkIns.keys(), ...walkIns.keys(), ...headcounts.keys()])) {
    const present = (checkIns.get(id) ?? []).filter((one) => presenceOf(one) !== null)
    const walkedIn = walkInsThatStand(walkIns.get(id) ?? [])
    const counts = countsThatStand(headcounts.get(id) ?? [])
    const isCounted = present.length + walkedIn.length + counts.length > 0
    counted.set(id, { room: isCounted ? roomOf(present, walkedIn, counts) : null, personKeys: present.map((one) => one.personKey) })
  }
  return counted
}

export function countedFacts(facts: Facts): CountedFacts {
  return { events: facts.events, entries: facts.entries, sessions: countedSessions(facts) }
}

export function heldSessions(facts: CountedFacts, scope: Scope): HeldSession[] {
  return held(facts, scope.now, (session) => session.month === scope.month)
}

/** Sessions held before the month: what tells in which month a class opened. */
export function heldBefore(facts: CountedFacts, scope: Scope): HeldSession[] {
  return held(facts, scope.now, (session) => session.month < scope.month)
}

function held({ events, sessions }: CountedFacts, now: number, isAsked: (session: SessionFacts) => boolean): HeldSession[] {
  const found: HeldSession[] = []
  for (const event of events) {
    if (event.status !== 'published') continue
    for (const session of event.sessions) {
      if (!isAsked(session) || Date.parse(session.startsAt) > now) continue
      const counted = sessions.get(session.id)
      const room = counted?.room ?? null
      if (!room && !session.held) continue
      found.push({ event, session, room, softness: room ? softnessOfRoom(room) : 'exact', personKeys: event.countOnly ? [] : counted?.personKeys ?? [] })
    }
  }
  return found.sort((a, b) => compare(a.session.startsAt, b.session.startsAt) || compare(a.session.id, b.session.id))
}

function groups<T extends OfSession>(records: readonly T[]): Map<string, T[]> {
  const bySession = new Map<string, T[]>()
  for (const record of records) {
    const same = bySession.get(record.sessionId)
    if (same) same.push(record)
    else bySession.set(record.sessionId, [record])
  }
  return bySession
}
