/**
 * The shapes of what happened, and their constructors: functions and seeds make facts only through these.
 * Each fact stores its unit's path as of its day and the month it belongs to (of the session's start, or of the
 * entry's day), so that no later change of the tree or of an event moves it.
 */
import type { EventKind } from '../../../contract/events/kinds'
import type { Softness } from '../../../contract/values'
import type { IndicatorName } from '../../../contract/work/indicators'
import type { Times } from '../rules/attendance-window'
import { dayAfter, nextMonth } from '../rules/calendar'
import type { Clocks } from '../rules/clocks'
import { walkInNameDays } from '../rules/retention'
import { command } from '../cloud'
import { collection } from './collection'
import type { EventRecord, SessionRecord } from './events'

/** Something of it is in no kept total yet (records/to-count.ts). Written with every change that a figure may follow; absent: it was counted, or the rebuild will. */
export interface ToCount { toCount?: boolean }

interface SessionFact extends ToCount { sessionId: string; eventId: string; kind: EventKind; month: string; path: string[] }

export interface Mark extends Times { present: number; source: 'tap' | 'code' | 'paper' | 'backfill'; by: string; clocks: Clocks }
export interface Undone { at: string; by: string; clocks: Clocks }

/** One per person and session: marks and undone marks by the device's record id. Live while any mark is not undone. */
export interface AttendanceRecord extends SessionFact {
  _id: string
  personKey: string
  marks: Record<string, Mark>
  undone: Record<string, Undone>
}

/** People without registration and without a key. */
export interface WalkInRecord extends SessionFact, Times {
  _id: string
  recordId: string
  people: number
  /** The blank row of a sign-in sheet; null: taken in at the door. Absent from those that were kept before. */
  line?: number | null
  callName: string | null
  /** The day on which the name goes; null: there is none. */
  eraseOn: string | null
  /** There was a name once. */
  forgotten: boolean
  source: Mark['source']
  by: string
  clocks: Clocks
  undone: Undone | null
}

/** Everybody in the room, or in a named area of it. */
export interface HeadcountRecord extends SessionFact, Times {
  _id: string
  recordId: string
  people: number
  softness: Softness
  area: string | null
  source: Mark['source']
  by: string
  clocks: Clocks
  undone: Undone | null
}

export interface WorkVersion { recordId: string; quantity: number | null; softness: Softness; on: string; withdrawn: boolean; reason: string | null; by: string; at: string; clocks: Clocks; dayConfirmed: boolean }

/** 工作记录: the current version on top, all versions beneath; append-only under `rev`. Money in 分. */
export interface WorkEntryRecord extends ToCount {
  _id: string
  indicator: IndicatorName
  quantity: number | null
  softness: Softness
  on: string
  month: string
  unitId: string
  path: string[]
  note: string | null
  /** The event that it was part of; in no sum of that event. Absent from those that were kept before. */
  eventId?: string | null
  withdrawn: boolean
  by: string
  loggedAt: string
  rev: number
  versions: WorkVersion[]
}

/** 佐证照片. */
export interface PhotoRecord {
  _id: string
  fileId: string
  sha256: string
  bytes: number
  width: number
  height: number
  source: 'in-app' | 'album'
  /** By the device's clock; of an album picture what it claims. */
  takenAt: string | null
  /** How far that clock was ahead of the server's, in ms. */
  offsetMs: number
  savedAt: string
  /** One of the three: what it is tied to. `sessionId`: it is the session's paper sign-in sheet. */
  eventId: string | null
  entryId: string | null
  sessionId: string | null
  /** The day on which it goes, its file with it; null: it stays with the figures. */
  eraseOn: string | null
  path: string[]
  by: string
  /** Written down, but its bytes may still lie in the upload: nobody sees it yet. */
  unsettled: boolean
  /** Everybody may see it: who wanted that, and since when. Absent from those that were kept before. */
  public?: { by: string; at: string } | null
  /** WeChat was asked whether it may be shown, and has not answered; or said no. */
  asked?: { traceId: string; by: string; at: string; refused: boolean } | null
}

export function sessionFact(event: EventRecord, session: SessionRecord): SessionFact {
  return { sessionId: session.id, eventId: event._id, kind: event.kind, month: session.month, path: event.path, toCount: true }
}

export function attendanceId(sessionId: string, personKey: string): string {
  return `${sessionId}:${personKey}`
}

export function attendanceRecord(event: EventRecord, session: SessionRecord, personKey: string): AttendanceRecord {
  return { _id: attendanceId(session.id, personKey), ...sessionFact(event, session), personKey, marks: {}, undone: {} }
}

export function walkInRecord(event: EventRecord, session: SessionRecord, walkIn: Times & { recordId: string; people: number; line?: number | null; callName: string | null; source: Mark['source']; by: string; clocks: Clocks }): WalkInRecord {
  return { _id: `${session.id}:${walkIn.recordId}`, ...sessionFact(event, session), ...walkIn, eraseOn: walkIn.callName === null ? null : dayAfter(`${nextMonth(session.month)}-01`, walkInNameDays), forgotten: false, undone: null }
}

export function headcountRecord(event: EventRecord, session: SessionRecord, headcount: Times & { recordId: string; people: number; softness: Softness; area: string | null; source: Mark['source']; by: string; clocks: Clocks }): HeadcountRecord {
  return { _id: `${session.id}:${headcount.recordId}`, ...sessionFact(event, session), ...headcount, undone: null }
}

export function workEntryRecord(entry: { recordId: string; indicator: IndicatorName; quantity: number | null; softness: Softness; on: string; unitId: string; path: string[]; note: string | null; eventId?: string | null; by: string; loggedAt: string; clocks: Clocks; dayConfirmed: boolean }): WorkEntryRecord {
  const { recordId, indicator, quantity, softness, on, unitId, path, note, eventId = null, by, loggedAt, clocks, dayConfirmed } = entry
  return {
    _id: recordId, indicator, quantity, softness, on, month: on.slice(0, 7), unitId, path, note, eventId, withdrawn: false, by, loggedAt, rev: 1, toCount: true,
    versions: [{ recordId, quantity, softness, on, withdrawn: false, reason: null, by, at: loggedAt, clocks, dayConfirmed }],
  }
}

export const attendance = collection<AttendanceRecord>('attendance')
export const walkIns = collection<WalkInRecord>('walk-ins')
export const headcounts = collection<HeadcountRecord>('headcounts')
export const workEntries = collection<WorkEntryRecord>('work-entries')

/** 1,000 at most; without ids nothing is asked. */
export function workEntriesById(ids: readonly string[]): Promise<WorkEntryRecord[]> {
  return ids.length === 0 ? Promise.resolve([]) : workEntries.list({ _id: command.in([...new Set(ids)]) })
}
export const photos = collection<PhotoRecord>('photos')
