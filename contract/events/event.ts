/** What a screen sees of a cultural event. */
import * as v from 'valibot'
import { Day, Id, Instant, UnitBrief } from '../values'
import { EventKind } from './kinds'

export const EventStatus = v.picklist(['draft', 'published', 'cancelled'])

export const SessionView = v.object({
  id: Id,
  /** Calendar day of the start, Asia/Shanghai. */
  on: Day,
  startsAt: Instant,
  endsAt: Instant,
  /** Places in all; null where nobody registers (countOnly). */
  capacity: v.nullable(v.number()),
  /** Places free now, never below 0; null where nobody registers. */
  left: v.nullable(v.number()),
})
export type SessionView = v.InferOutput<typeof SessionView>

export const MyRegistration = v.object({
  status: v.picklist(['confirmed', 'waitlisted', 'cancelled']),
  sessionIds: v.array(Id),
  partySize: v.number(),
  registeredAt: Instant,
})
export type MyRegistration = v.InferOutput<typeof MyRegistration>

export const EventBrief = v.object({
  id: Id,
  kind: EventKind,
  title: v.string(),
  placeName: v.string(),
  hostUnit: UnitBrief,
  status: EventStatus,
  /** 只清点不留名: nobody registers, nobody is named. */
  countOnly: v.boolean(),
  sessions: v.array(SessionView),
  mine: v.nullable(MyRegistration),
})
export type EventBrief = v.InferOutput<typeof EventBrief>

export const Organiser = v.object({ part: v.picklist(['主办', '承办', '协办', '支持'], '请选主办、承办、协办或支持'), name: v.string() })
export const ProgrammeItem = v.object({ title: v.string(), form: v.optional(v.string()), performers: v.optional(v.string()) })

export const EventDetail = v.object({
  ...EventBrief.entries,
  /** How to get there: door, floor, ramp. */
  placeNote: v.optional(v.string()),
  bring: v.optional(v.string()),
  organisers: v.array(Organiser),
  programme: v.array(ProgrammeItem),
  partyLimit: v.number(),
  /** Registration window; null = from publication, until the session starts. */
  opensAt: v.nullable(Instant),
  closesAt: v.nullable(Instant),
})
export type EventDetail = v.InferOutput<typeof EventDetail>
