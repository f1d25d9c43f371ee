/**
 * `notices/<eventId>:<who comes>:<what>`: what a person is told. The notice itself stands in the app; whether WeChat carried it to them as
 * well is `sent` (shapes.md, Notices: marked before the call, and from there at most once).
 */
import { command } from '../cloud'
import { dayAfter, dayOf } from '../rules/calendar'
import { noticeDays } from '../rules/retention'
import { collection } from './collection'

export const noticeKinds = ['evening-before', 'changed', 'cancelled', 'promoted', 'offered'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export interface NoticeRecord {
  _id: string
  eventId: string
  /** Who is told: whoever registered. */
  to: string
  /** Who comes. */
  about: string
  kind: NoticeKind
  at: string
  /** `due`: not tried; `sending`: tried, and not again; `refused`: did not want it (43101). */
  sent: 'due' | 'sending' | 'sent' | 'refused' | 'failed'
  /** Seen in the app. */
  seenAt: string | null
  /** The day on which it is removed. */
  eraseOn: string
}

export const notices = collection<NoticeRecord>('notices')

/** `what`: the kind, and what tells two of a kind apart (the wish, the change). */
export function noticeRecord(eventId: string, who: { personKey: string; by: string }, kind: NoticeKind, what: string, at: string): NoticeRecord {
  return { _id: `${eventId}:${who.personKey}:${kind}:${what}`, eventId, to: who.by, about: who.personKey, kind, at, sent: 'due', seenAt: null, eraseOn: dayAfter(dayOf(at), noticeDays) }
}

export const addNoticeOnce = notices.addOnce

export async function dropNoticesTo(personKey: string): Promise<void> {
  await notices.remove({ to: personKey })
}

/** What is told about somebody is told to themselves from now on; seen by the neighbour who heard of it is not seen by them. */
export async function handOverNotices(about: string): Promise<void> {
  await notices.update({ about, to: command.neq(about) }, { to: about, seenAt: command.set(null) })
}

export const findNotices = notices.findMany

/** Each once; some hundred an operation where none is there. */
export const addNoticesOnce = notices.addAllOnce

/** What tells two of a kind apart: the day, the change, the wish. */
export function whatOf({ _id, kind }: Pick<NoticeRecord, '_id' | 'kind'>): string {
  const mark = `:${kind}:`
  return _id.slice(_id.lastIndexOf(mark) + mark.length)
}

/** The newest first: there are no others than those of 30 days. */
export function noticesTo(personKey: string, limit = 200): Promise<NoticeRecord[]> {
  return notices.list({ to: personKey }, { orderBy: [['at', 'desc']], limit })
}

/** Only their own, and the first time is kept. */
export async function markSeen(personKey: string, ids: readonly string[], at: string): Promise<void> {
  await notices.update({ _id: command.in([...ids]), to: personKey, seenAt: null }, { seenAt: at })
}

/** Not tried, of these kinds, and not older than `from`; the oldest first. */
export function dueNotices(kinds: readonly NoticeKind[], from: string, limit: number): Promise<NoticeRecord[]> {
  return notices.list({ sent: 'due', kind: command.in([...kinds]), at: command.gte(from) }, { orderBy: [['at', 'asc'], ['_id', 'asc']], limit })
}

/** From here on nobody tries it again, whatever breaks off. false: somebody else has it. */
export async function beginSending(id: string): Promise<boolean> {
  return (await notices.update({ _id: id, sent: 'due' }, { sent: 'sending' })) === 1
}

export async function endSending(id: string, sent: 'sent' | 'refused' | 'failed'): Promise<void> {
  await notices.update({ _id: id, sent: 'sending' }, { sent })
}
