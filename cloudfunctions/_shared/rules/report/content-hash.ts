/**
 * By what a file is known: the hash of its figures and text, whoever made it and when. A draft and what was handed in have the same one where they say
 * the same. Pure.
 */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../contract/canonical-json'
import type { Report } from '../../../../contract/reports/report'
import type * as v from 'valibot'
import type { Lines } from '../closing/frozen-month'

type Whole = v.InferOutput<typeof Report>
type Said = Partial<Whole> & Pick<Whole, 'unit' | 'month' | 'title' | 'sections' | 'table' | 'events'>

export function contentHashOf({ asOf: _asOf, editing: _editing, handedIn: _handedIn, corrections, ...said }: Said): string {
  // What was corrected says something, the hour at which that was looked up does not.
  const corrected = corrections ? { ...corrections, asOf: null } : null
  return hashOf('report', Object.fromEntries(Object.entries({ ...said, corrections: corrected }).filter(([, one]) => one !== null)))
}

/** Of an event's file: its words, and the hash of its figures. */
export function eventHashOf(said: { eventId: string; words: unknown; figures: string }): string {
  return hashOf('event', said)
}

type SessionLine = Pick<Lines['sessions'][number], 'session' | 'room' | 'softness'>

/** Of the sessions of one event, as they are counted or were approved. */
export function sessionFiguresOf(lines: readonly SessionLine[]): string {
  const told = lines.map(({ session: { id, on }, room, softness }) => [id, on, room && [room.signedIn, room.walkIns, room.unregistered, room.attendances], softness] as const)
  return hashOf('sessions', [...told].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
}

function hashOf(kind: string, value: unknown): string {
  return createHash('sha256').update(canonicalJson([kind, value])).digest('hex')
}

/** What the code on the file says. */
export const codeOfHash = (hash: string) => hash.slice(0, 32)
