/**
 * `notices/<eventId>:<who comes>:<what>`: what a person is told. The notice itself stands in the app; whether WeChat carried it to them as
 * well is `sent` (shapes.md, Notices: marked before the call, and from there at most once).
 */
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
