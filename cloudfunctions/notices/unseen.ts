import { unseenChange, unseenCounts } from '../../contract/notices/unseen'
import { callingOff, findNoticedEvents, type NoticedEventRecord } from '../_shared/records/event-changes'
import { unseenCountsOf, unseenOf, type News } from '../_shared/records/unseen-notices'
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

interface LastChange { id: string; at: string; what: ('time' | 'place' | 'cancelled')[] }

/** The calling off, or else the newest change that people are told of. */
function lastChange({ status, cancellation, changes }: NoticedEventRecord): LastChange | null {
  if (status === 'cancelled') return cancellation && { id: callingOff, at: cancellation.at, what: ['cancelled'] }
  const told = changes.filter(({ what }) => what.includes('time') || what.includes('place'))
  const last = told[told.length - 1]
  return last ? { id: last.id, at: last.at, what: (['time', 'place'] as const).filter((one) => last.what.includes(one)) } : null
}

function newsOf(eventId: string, { id }: LastChange): News {
  return { eventId, kind: id === callingOff ? 'cancelled' : 'changed', what: id }
}
