/** `events/<id>`: one document with its sessions inside, so that an event and its sessions never disagree. */
import type { EventKind } from '../../../contract/events/kinds'
import type { MapPoint, Organiser, ProgrammeItem } from '../../../contract/events/event'
import type { Question } from '../../../contract/events/questions'
import type * as v from 'valibot'
import { command } from '../cloud'
import { dayOf, monthOf } from '../rules/calendar'
import type { Changed } from '../rules/event-change'
import { audited } from './audit'
import { collection } from './collection'
import { inTransaction } from './transaction'
import type { UnitRecord } from './units'

export interface SessionRecord {
  /** `<eventId>-s1`, … */
  id: string
  startsAt: string
  endsAt: string
  on: string
  month: string
  /** null: nobody registers. */
  capacity: number | null
  /** 已举办, said by a person. */
  held: boolean
}

export interface EventRecord {
  _id: string
  kind: EventKind
  title: string
  hostUnit: string
  /** As the host was called then: lists read no units. */
  host: { name: string; level: UnitRecord['level'] }
  /** Root … host unit, as of the event. */
  path: string[]
  placeName: string
  placeNote: string | null
  bring: string | null
  organisers: v.InferOutput<typeof Organiser>[]
  programme: v.InferOutput<typeof ProgrammeItem>[]
  sessions: SessionRecord[]
  /** Of all sessions; what month queries ask for. */
  months: string[]
  firstOn: string
  lastOn: string
  partyLimit: number
  countOnly: boolean
  opensAt: string | null
  closesAt: string | null
  /** Until when places can be given back; null: until the session starts. */
  cancelUntil: string | null
  /** GCJ-02, of the place. */
  point: v.InferOutput<typeof MapPoint> | null
  questions: Question[]
  status: 'draft' | 'published' | 'cancelled'
  /** null: nobody but its admins has ever seen it. Stays when the event is called off. */
  publishedAt: string | null
  campaignId: string | null
  createdBy: string
  createdAt: string
  /** Who called it off, when and why. */
  cancellation: { by: string; at: string; reason: string } | null
  /** What was changed after publication: the last 20 (event-changes.ts). */
  changes: EventChange[]
  /** How often it was changed, as a draft and since: its version. */
  changed: number
  /** Changes of which not everybody was told yet, by id. */
  telling: string[]
  /** Changed or called off, and not everything that follows from it is done. */
  untold: boolean
  /** The day of whose sessions everybody was reminded. */
  eveningTold: string | null
  /** A figure may follow from what was changed (records/to-count.ts). */
  toCount?: boolean
}

export interface EventChange {
  /** Record id of the change. */
  id: string
  at: string
  by: string
  what: Changed[]
  /** Whose time is another one: `s1`, … */
  sessions: string[]
}

export interface NewEvent {
  id: string
  kind: EventKind
  title: string
  placeName: string
  placeNote?: string | undefined
  bring?: string | undefined
  organisers: EventRecord['organisers']
  programme: EventRecord['programme']
  sessions: readonly { startsAt: string; endsAt: string; capacity?: number | undefined }[]
  partyLimit: number
  countOnly: boolean
  opensAt?: string | undefined
  closesAt?: string | undefined
  cancelUntil?: string | undefined
  point?: v.InferOutput<typeof MapPoint> | undefined
  questions?: Question[] | undefined
  campaignId?: string | undefined
}

/** The same draft by another plan; who made it, when, and for which unit stays. */
export function replanned(event: EventRecord, plan: Omit<NewEvent, 'id'>): EventRecord {
  const host = { _id: event.hostUnit, name: event.host.name, level: event.host.level, path: event.path }
  return { ...eventRecord(host, { ...plan, id: event._id }, { by: event.createdBy, at: event.createdAt }), changed: event.changed }
}

/** A draft. 义诊 is always counted without names (product.md, Not surveillance). */
export function eventRecord(host: Pick<UnitRecord, '_id' | 'name' | 'level' | 'path'>, event: NewEvent, created: { by: string; at: string }): EventRecord {
  const countOnly = event.countOnly || event.kind === 'free_clinic'
  const sessions = [...event.sessions]
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map((session, index): SessionRecord => ({
      id: `${event.id}-s${index + 1}`, startsAt: session.startsAt, endsAt: session.endsAt,
      on: dayOf(session.startsAt), month: monthOf(session.startsAt),
      capacity: countOnly ? null : session.capacity ?? null, held: false,
    }))
  const days = sessions.map((session) => session.on).sort()
  return {
    _id: event.id, kind: event.kind, title: event.title, hostUnit: host._id, host: { name: host.name, level: host.level }, path: host.path,
    placeName: event.placeName, placeNote: event.placeNote ?? null, bring: event.bring ?? null,
    organisers: event.organisers, programme: event.programme, sessions,
    months: [...new Set(sessions.map((session) => session.month))],
    firstOn: days[0] ?? '', lastOn: days[days.length - 1] ?? '',
    partyLimit: event.partyLimit, countOnly, opensAt: event.opensAt ?? null, closesAt: event.closesAt ?? null,
    cancelUntil: event.cancelUntil ?? null, point: event.point ?? null, questions: countOnly ? [] : event.questions ?? [],
    status: 'draft', publishedAt: null, campaignId: event.campaignId ?? null, createdBy: created.by, createdAt: created.at, cancellation: null,
    changes: [], changed: 0, telling: [], untold: false, eveningTold: null,
  }
}

/** Never published, also when it was called off since: its admins know it, to everybody else it is not there. */
export function isDraft({ status, publishedAt }: Pick<EventRecord, 'status' | 'publishedAt'>): boolean {
  return status === 'draft' || (status === 'cancelled' && publishedAt === null)
}

export const events = collection<EventRecord>('events')
export const findEvent = events.find

/** The event that a session id belongs to, and the session in it. */
export async function findSession(sessionId: string): Promise<{ event: EventRecord; session: SessionRecord } | null> {
  const event = await findEvent(eventIdOf(sessionId))
  const session = event?.sessions.find((one) => one.id === sessionId)
  return event && session ? { event, session } : null
}

export function eventIdOf(sessionId: string): string {
  return sessionId.replace(/-s\d+$/, '')
}

/** The short name of a session inside its event: `s1`. Free of dots, for use as a field name. */
export function sessionKey(sessionId: string): string {
  return sessionId.slice(sessionId.lastIndexOf('-') + 1)
}

/** What lists need of an event: without programme and organisers, which are long. */
export const briefFields = ['kind', 'title', 'hostUnit', 'placeName', 'sessions', 'status', 'countOnly', 'host', 'questions', 'opensAt', 'closesAt'] as const
export type BriefEventRecord = Pick<EventRecord, '_id' | (typeof briefFields)[number]>

const mineFields = ['kind', 'title', 'placeName', 'placeNote', 'sessions', 'status', 'cancellation'] as const
export type MyEventRecord = Pick<EventRecord, '_id' | (typeof mineFields)[number]>

/** What a person's own list needs of the events: one read for 200. */
export async function findMyEvents(ids: readonly string[]): Promise<Map<string, MyEventRecord>> {
  if (ids.length === 0) return new Map()
  const found = await events.list({ _id: command.in([...new Set(ids)]) }, { fields: mineFields })
  return new Map(found.map((event) => [event._id, event]))
}

const questionedFields = ['title', 'placeName', 'sessions', 'status', 'questions'] as const

/** With their questions, for what somebody answered to them; 1,000 at most. */
export async function findQuestionedEvents(ids: readonly string[]): Promise<Map<string, Pick<EventRecord, '_id' | (typeof questionedFields)[number]>>> {
  if (ids.length === 0) return new Map()
  const found = await events.list({ _id: command.in([...new Set(ids)]) }, { fields: questionedFields })
  return new Map(found.map((event) => [event._id, event]))
}

/** 1,000 at most; without ids nothing is asked. */
export async function titlesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await events.list({ _id: command.in([...new Set(ids)]) }, { fields: ['title'] })
  return new Map(found.map(({ _id, title }) => [_id, title]))
}

const countedFields = ['kind', 'sessions', 'months', 'path', 'status'] as const

/** What the kept totals of their sessions' months need of them; 1,000 at most. */
export async function findCountedEvents(ids: readonly string[]): Promise<Map<string, Pick<EventRecord, '_id' | (typeof countedFields)[number]>>> {
  const found = await events.list({ _id: command.in([...new Set(ids)]) }, { fields: countedFields })
  return new Map(found.map((event) => [event._id, event]))
}

/** Published events with a session that began after the one instant and not after the other (ms). */
export async function eventsThatBegan(after: number, until: number): Promise<Pick<EventRecord, '_id' | (typeof countedFields)[number]>[]> {
  const days = { status: 'published', lastOn: command.gte(dayOf(after)), firstOn: command.lte(dayOf(until)) }
  const around = await events.all(days, 500, countedFields)
  return around.filter(({ sessions }) => sessions.some(({ startsAt }) => Date.parse(startsAt) > after && Date.parse(startsAt) <= until))
}

/** The units that host them, each once. */
export async function hostsOf(ids: readonly string[]): Promise<string[]> {
  const hosts = new Set<string>()
  for (let i = 0; i < ids.length; i += 1000) {
    for (const { hostUnit } of await events.list({ _id: command.in(ids.slice(i, i + 1000)) }, { fields: ['hostUnit'] })) hosts.add(hostUnit)
  }
  return [...hosts]
}

/** Did the same person plan the same event? What happened to it since does not matter. */
export function isSamePlan(kept: EventRecord, planned: EventRecord): boolean {
  const plan = ({ kind, title, hostUnit, placeName, placeNote, bring, organisers, programme, sessions, partyLimit, countOnly, opensAt, closesAt, cancelUntil, point, questions, campaignId, createdBy }: EventRecord) => JSON.stringify([
    kind, title, hostUnit, placeName, placeNote, bring, partyLimit, countOnly, opensAt, closesAt, campaignId, createdBy, cancelUntil, point && [point.latitude, point.longitude],
    questions.map(({ id, text, kind, options, required }) => [id, text, kind, options ?? null, required]),
    organisers.map(({ part, name }) => [part, name]),
    programme.map((item) => [item.title, item.form ?? null, item.performers ?? null]),
    sessions.map(({ startsAt, endsAt, capacity }) => [startsAt, endsAt, capacity]),
  ])
  return plan(kept) === plan(planned)
}

/** From one of these statuses to another, once; false: it was not in one of them. */
export async function moveEvent(eventId: string, from: readonly EventRecord['status'][], change: Partial<EventRecord>): Promise<boolean> {
  // Whole values: the SDK would merge an object into what may be null.
  const whole = Object.fromEntries(Object.entries(change).map(([field, value]) => [field, command.set(value)]))
  return (await events.update({ _id: eventId, status: command.in([...from]) }, { ...whole, toCount: true })) === 1
}

/** 已举办 of one session, with its entry in the audit: 场次 follows it, also of a month that was closed. Said already, nothing is written. Throws NoKeys. */
export function setHeld({ _id }: EventRecord, sessionId: string, held: boolean, said: { by: string; at: string }): Promise<void> {
  return inTransaction(async (transaction) => {
    const event = await transaction.find<EventRecord>('events', _id)
    const index = event?.sessions.findIndex((session) => session.id === sessionId) ?? -1
    if (!event || event.sessions[index]?.held !== !held) return
    await audited(transaction, event.path, { action: 'attendance/mark-held', by: said.by, about: sessionId, facts: { held } }, said.at)
    await transaction.update('events', _id, { [`sessions.${index}.held`]: held, toCount: true })
  })
}

/** Published events with a session on that day, hosted by one of these units or below it. */
export function eventsOn(day: string, under: readonly string[]): Promise<BriefEventRecord[]> {
  return events.all({ status: 'published', lastOn: command.gte(day), firstOn: command.lte(day), path: command.in([...under]) }, 60, briefFields)
}
