import { unseenChange, unseenCounts } from '../../contract/notices/unseen'
import { findNoticedEvents } from '../_shared/records/event-changes'
import { lastChange, newsOf } from '../_shared/records/last-change'
import { unseenCountsOf, unseenOf } from '../_shared/records/unseen-notices'
import type { Handler } from '../_shared/serve'

/** As many as anybody rings up, and as one answer holds. */
const most = 2000

/** Three operations, however many people. */
export const handleUnseen: Handler<typeof unseenChange> = async ({ eventId }, { caller, refuse }) => {
  const event = (await findNoticedEvents([eventId])).get(eventId)
  if (!event || event.status === 'draft' || !caller.may(unseenChange.name, event.path)) return refuse('event-not-found')
  const change = lastChange(event)
  if (!change) return { change: null, telling: false, people: [], more: false }
  const unseen = await unseenOf(newsOf(eventId, change), most + 1)
  const people = unseen.slice(0, most).map(({ about, callName, building, phoneMask, sent }) => ({ personKey: about, callName, building, phone: phoneMask, carried: sent === 'sent' }))
  return { change: { at: change.at, what: change.what }, telling: event.untold, people, more: unseen.length > most }
}

/** Three operations, however many events and people. */
export const handleUnseenCounts: Handler<typeof unseenCounts> = async ({ eventIds }, { caller }) => {
  const found = await findNoticedEvents(eventIds)
  const news = [...found.values()].filter((event) => caller.may(unseenCounts.name, event.path)).flatMap((event) => {
    const change = lastChange(event)
    return change ? [newsOf(event._id, change)] : []
  })
  const counts = await unseenCountsOf(news)
  return { counts: news.map(({ eventId }) => ({ eventId, people: counts.get(eventId) ?? 0 })) }
}
