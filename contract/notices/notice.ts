/** What a person is told, as it stands in the app. */
import * as v from 'valibot'
import { EventStatus } from '../events/event'
import { Id, Instant } from '../values'

/** Event, person, kind and what tells two of a kind apart. */
export const NoticeId = v.pipe(v.string('通知编号不对'), v.regex(/^[A-Za-z0-9._:-]{1,240}$/, '通知编号不对'))

/** `offered`: a place is free, to be taken by a tap. */
export const NoticeKind = v.picklist(['evening-before', 'changed', 'cancelled', 'promoted', 'offered'])

export const Notice = v.object({
  id: NoticeId,
  kind: NoticeKind,
  at: Instant,
  seen: v.boolean(),
  eventId: Id,
  title: v.string(),
  /** As of now: the first session that it is about. */
  startsAt: Instant,
  endsAt: Instant,
  placeName: v.string(),
  status: EventStatus,
  /** What is another one by a change. */
  what: v.array(v.picklist(['time', 'place'])),
  /** Why it was called off. */
  reason: v.nullable(v.string()),
  /** 称呼 of the neighbour it is about; null: the person themselves. */
  neighbour: v.nullable(v.string()),
})
export type Notice = v.InferOutput<typeof Notice>
