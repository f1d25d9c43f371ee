/** What a screen sees of a cultural event. */
import * as v from 'valibot'
import { Day, Id, Instant, RecordId, UnitBrief } from '../values'
import { EventKind } from './kinds'
import { Question } from './questions'

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

/** One that the caller made: their own, or a neighbour's (熟面孔). */
export const MyRegistration = v.object({
  /** Who comes. */
  personKey: Id,
  /** The wish by which it stands; changing or cancelling names it (a receipt is compared by `recordId`, so this has another name). */
  wish: RecordId,
  status: v.picklist(['confirmed', 'waitlisted', 'cancelled']),
  sessionIds: v.array(Id),
  /** 一行几人, children included. */
  partySize: v.number(),
  children: v.number(),
  /** 称呼 given with it. */
  callName: v.string(),
  registeredAt: Instant,
  cancelledAt: v.nullable(Instant),
  /** 候补第几位, from 1; null: does not wait, or was not counted for this answer. */
  position: v.nullable(v.number()),
  /** A place is free for it, to be taken by a tap (the last 12 hours). */
  offered: v.boolean(),
  /** The number given with it, masked; null: none, or it is gone. */
  phone: v.nullable(v.string()),
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
  /** It has questions of its own; absent: none. */
  asks: v.optional(v.literal(true)),
  /** Registration window; absent or null = from publication, until the session starts. */
  opensAt: v.optional(v.nullable(Instant)),
  closesAt: v.optional(v.nullable(Instant)),
  sessions: v.array(SessionView),
  /** Somebody waits: a newcomer gets a place only where none of them would fit. */
  waiting: v.boolean(),
  mine: v.nullable(MyRegistration),
})
export type EventBrief = v.InferOutput<typeof EventBrief>

export const Organiser = v.object({ part: v.picklist(['主办', '承办', '协办', '支持'], '请选主办、承办、协办或支持'), name: v.string() })
export const ProgrammeItem = v.object({ title: v.string(), form: v.optional(v.string()), performers: v.optional(v.string()) })

export const MapPoint = v.object({
  latitude: v.pipe(v.number('位置不对'), v.minValue(3, '位置不对'), v.maxValue(54, '位置不对')),
  longitude: v.pipe(v.number('位置不对'), v.minValue(73, '位置不对'), v.maxValue(136, '位置不对')),
})

export const Changed = v.picklist(['time', 'place', 'capacity', 'bring', 'window'])

export const EventDetail = v.object({
  ...EventBrief.entries,
  /** How to get there: door, floor, ramp. */
  placeNote: v.optional(v.string()),
  bring: v.optional(v.string()),
  organisers: v.array(Organiser),
  programme: v.array(ProgrammeItem),
  partyLimit: v.number(),
  opensAt: v.nullable(Instant),
  closesAt: v.nullable(Instant),
  /** Until when places can be given back; null: until the session starts. */
  cancelUntil: v.nullable(Instant),
  /** GCJ-02, as WeChat's map takes it: of the place, never of a person. */
  point: v.nullable(MapPoint),
  questions: v.array(Question),
  /** What the caller registered for neighbours. */
  neighbours: v.array(MyRegistration),
  /** Why it was called off. */
  cancelReason: v.nullable(v.string()),
  /** The 主题月 or 宣传周 it belongs to (campaign.ts). */
  campaignId: v.nullable(Id),
  /** Moves with every change; whoever changes it names the one they looked at. */
  version: v.number(),
  /** What was changed last after publication; null: nothing was. */
  lastChange: v.nullable(v.object({ at: Instant, what: v.array(Changed) })),
})
export type EventDetail = v.InferOutput<typeof EventDetail>
