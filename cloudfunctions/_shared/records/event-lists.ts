/** Events from day to day, for lists: each page is one bounded read over an index on status, host unit and last day. */
import type { EventKind } from '../../../contract/events/kinds'
import { command } from '../cloud'
import { briefFields, events, type BriefEventRecord, type EventRecord } from './events'

/** 60 sessions in each of 61 events stay below 1 MB. */
export const eventsPerPage = 60

/** Where a page ended. */
export interface Mark { on: string; id: string }

export interface EventsAsked {
  from: string
  to: string
  /** Absent: everybody's. */
  hosts?: readonly string[] | undefined
  kind?: EventKind | undefined
  after?: Mark | undefined
}

export type ListedEvent = BriefEventRecord & Pick<EventRecord, 'firstOn'>

/** Published and not over before `from`, by their first day; one more than a page tells that there is a next one. */
export function publishedEvents({ from, to, hosts, kind, after }: EventsAsked): Promise<ListedEvent[]> {
  const where = { status: 'published', ...of(hosts), lastOn: command.gte(from), firstOn: command.lte(to), ...(kind && { kind }) }
  if (!after) return page(where)
  const later = command.or([{ firstOn: command.gt(after.on) }, { firstOn: after.on, _id: command.gt(after.id) }])
  return page(command.and([{ ...where, firstOn: command.gte(after.on).and(command.lte(to)) }, later]) as unknown as Record<string, unknown>)
}

/** Drafts of a unit that end on this day or later. */
export function draftEvents(unitId: string, from: string): Promise<ListedEvent[]> {
  return page({ status: 'draft', hostUnit: unitId, lastOn: command.gte(from) })
}

function page(where: Record<string, unknown>): Promise<ListedEvent[]> {
  return events.list(where, { orderBy: [['firstOn', 'asc'], ['_id', 'asc']], limit: eventsPerPage + 1, fields: [...briefFields, 'firstOn'] })
}

const of = (hosts: readonly string[] | undefined) => (hosts ? { hostUnit: command.in([...hosts]) } : {})

const lineFields = ['kind', 'title', 'placeName', 'hostUnit', 'host', 'firstOn', 'lastOn'] as const
export type EventLineRecord = Pick<EventRecord, '_id' | (typeof lineFields)[number]>

export const linesPerPage = 30

/** Over before `today`, the latest first; one more than a page tells that there is a next one. */
export function pastEventLines(today: string, hosts: readonly string[] | undefined, after?: Mark): Promise<EventLineRecord[]> {
  const where = { status: 'published', ...of(hosts), lastOn: command.lt(today) }
  const earlier = after && command.or([{ lastOn: command.lt(after.on) }, { lastOn: after.on, _id: command.lt(after.id) }])
  return events.list(earlier ? command.and([where, earlier]) as unknown as Record<string, unknown> : where, { orderBy: [['lastOn', 'desc'], ['_id', 'desc']], limit: linesPerPage + 1, fields: lineFields })
}

/** Some of them by id, in that order; 50 or so. */
export async function eventLinesOf(ids: readonly string[]): Promise<EventLineRecord[]> {
  if (ids.length === 0) return []
  const found = new Map((await events.list({ _id: command.in([...ids]), status: 'published' }, { fields: lineFields })).map((line) => [line._id, line]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

const happenedFields = [...lineFields, 'status', 'sessions'] as const
export type HappenedEvent = Pick<EventRecord, '_id' | (typeof happenedFields)[number]>

/** Some of them by id, whatever became of them; 500 or so. */
export function findHappened(ids: readonly string[]): Promise<HappenedEvent[]> {
  return ids.length === 0 ? Promise.resolve([]) : events.list({ _id: command.in([...new Set(ids)]) }, { fields: happenedFields })
}

/** Published ones of a unit and those below it, with a day from the first to the last, both included; the latest first. */
export function happenedAround(unitId: string, from: string, to: string, most: number): Promise<HappenedEvent[]> {
  return events.list({ status: 'published', path: unitId, lastOn: command.gte(from), firstOn: command.lte(to) }, { orderBy: [['lastOn', 'desc'], ['_id', 'asc']], limit: most, fields: happenedFields })
}
