/**
 * A month as it was handed in: a line for each session and entry with what it contributes, people by key so that 人数 can be counted again for
 * a unit above. From the lines comes back what the rules of figures count, so a closed month is counted by the same rules as an open one. Pure.
 */
import { createHash } from 'node:crypto'
import type { Report } from '../../../../contract/reports/report'
import type { UnitBrief } from '../../../../contract/values'
import type * as v from 'valibot'
import type { Month } from '../figures'
import type { EntryFacts, EventFacts, HeldSession, SessionFacts } from '../held-sessions'
import { compare } from '../presence'
import type { ImportedLine } from '../imported/imported-figures'
import type { Values } from '../unit-parts'

/** What opening an entry shows besides its figure. */
export interface EntryShown { unitId: string; note: string | null; rev: number; loggedAt: string }

interface SessionLine extends Pick<HeldSession, 'room' | 'softness' | 'personKeys'> {
  event: Pick<EventFacts, '_id' | 'kind' | 'title' | 'placeName' | 'path' | 'countOnly' | 'organisers'>
  session: Pick<SessionFacts, 'id' | 'startsAt' | 'on' | 'month' | 'held'>
  /** Of a class that opened in an earlier month: it is no 期 of this one. */
  openedBefore: boolean
}
type EntryLine = Omit<EntryFacts, 'withdrawn'> & EntryShown

/** `imported`: absent where there is none. */
export interface Lines { sessions: SessionLine[]; entries: EntryLine[]; imported?: ImportedLine[] }

export interface Snapshot {
  report: Omit<v.InferOutput<typeof Report>, 'asOf' | 'handedIn' | 'editing' | 'days'>
  parts: { unit: UnitBrief; own: boolean; values: Values }[]
  lines: Lines
}

export function linesOf({ held, openedBefore, entries, imported = [] }: Month, shown: (entry: EntryFacts) => EntryShown): Lines {
  return {
    sessions: held.map(({ event: { _id, kind, title, placeName, path, countOnly, organisers }, session: { id, startsAt, on, month, held: isHeld }, room, softness, personKeys }) => ({
      event: { _id, kind, title, placeName, path, countOnly, organisers }, session: { id, startsAt, on, month, held: isHeld },
      room, softness, personKeys: [...personKeys].sort(compare), openedBefore: openedBefore.has(_id),
    })),
    entries: [...entries].sort((a, b) => compare(a.on, b.on) || compare(a._id, b._id)).map((entry) => {
      const { _id, indicator, quantity, softness, on, month, path } = entry
      return { _id, indicator, quantity, softness, on, month, path, ...shown(entry) }
    }),
    ...(imported.length > 0 && { imported: [...imported].sort((a, b) => compare(a._id, b._id)) }),
  }
}

export function monthOfLines({ sessions, entries, imported }: Lines): Month {
  return {
    held: sessions.map(({ event, session, room, softness, personKeys }) => ({ event: { ...event, status: 'published', sessions: [session] }, session, room, softness, personKeys })),
    openedBefore: new Set(sessions.filter((one) => one.openedBefore).map((one) => one.event._id)),
    entries: entries.map((entry) => ({ ...entry, withdrawn: false })),
    ...(imported && { imported }),
  }
}

/** The month of a unit of which some parts are closed: those as they were approved, the rest as it stands. */
export function withClosed(open: Month, closed: readonly { unitId: string; month: Month }[]): Month {
  if (closed.length === 0) return open
  const isClosed = (path: readonly string[]) => closed.some(({ unitId }) => path.includes(unitId))
  const held = [...open.held.filter((one) => !isClosed(one.event.path)), ...closed.flatMap(({ month }) => month.held)]
  const ofClosed = new Set(closed.flatMap(({ month }) => month.held.map((one) => one.event._id)))
  return {
    held: held.sort((a, b) => compare(a.session.startsAt, b.session.startsAt) || compare(a.session.id, b.session.id)),
    openedBefore: new Set([...[...open.openedBefore].filter((id) => !ofClosed.has(id)), ...closed.flatMap(({ month }) => [...month.openedBefore])]),
    entries: [...open.entries.filter((one) => !isClosed(one.path)), ...closed.flatMap(({ month }) => month.entries)],
    imported: [...(open.imported ?? []).filter((one) => !isClosed(one.path)), ...closed.flatMap(({ month }) => month.imported ?? [])],
  }
}

/** Of what is counted and nothing else: a title or a place may change without it, a figure may not. */
export function countedHash({ sessions, entries, imported }: Lines): string {
  const counted = [
    sessions.map(({ event, session, room, softness, personKeys, openedBefore }) => [
      session.id, event.kind, event.path, event.countOnly, openedBefore, softness, personKeys,
      room && [room.signedIn, room.walkIns, room.headcount, room.softness, room.unregistered, room.attendances],
    ]),
    entries.map(({ _id, indicator, quantity, softness, on, path }) => [_id, indicator, quantity, softness, on, path]),
    ...(imported ? [imported.map(({ _id, path, hundredths, softness, source, overlap }) => [_id, path, hundredths, softness, source.kind, source.name, overlap])] : []),
  ]
  return hashOf(JSON.stringify(counted))
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
