/** What an admin's first page reads, each in one bounded operation of its own, side by side. */
import { command } from '../cloud'
import { dayOf, days, hours, instant, previousMonth } from '../rules/calendar'
import { events, type EventRecord } from './events'
import { photos, type PhotoRecord } from './facts'
import { notices } from './notices'
import { reportsBelow, type ReportRecord } from './reports'
import { openSuggestionsTo } from './suggestions'
import { stuckJobs } from './jobs'

type Changed = Pick<EventRecord, '_id' | 'title' | 'status' | 'cancellation' | 'changes' | 'lastOn'>
type Photo = Pick<PhotoRecord, '_id' | 'eventId' | 'public' | 'asked' | 'savedAt' | 'unsettled'>

export const most = 100
const photosFor = days(14)
const messagesFor = days(3)
/** By then a photo is in its place, a message carried, a question answered. */
const patience = hours(1)

/** Events to come that were changed or called off, of the unit and below: the next sixty. */
function changedEvents(unitId: string, now: number): Promise<Changed[]> {
  const wanted = { status: command.in(['published', 'cancelled']), path: unitId, lastOn: command.gte(dayOf(now)) }
  return events.list(command.and([wanted, command.or([{ status: 'cancelled' }, { changed: command.gt(0) }])]) as unknown as Record<string, unknown>,
    { orderBy: [['lastOn', 'asc'], ['_id', 'asc']], limit: 60, fields: ['title', 'status', 'cancellation', 'changes', 'lastOn'] })
}

/** Of events, and whatever is not in its place. */
function recentPhotos(unitId: string, now: number): Promise<Photo[]> {
  const wanted = command.and([{ path: unitId, savedAt: command.gte(instant(now - photosFor)) }, command.or([{ eventId: command.neq(null) }, { unsettled: true }])])
  return photos.list(wanted as unknown as Record<string, unknown>, { limit: 2 * most, fields: ['eventId', 'public', 'asked', 'savedAt', 'unsettled'] })
}

/** Of which events, one a message. */
async function uncarried(now: number): Promise<string[]> {
  const asked = { sent: command.in(['sending', 'failed']), seenAt: null, at: command.gte(instant(now - messagesFor)).and(command.lte(instant(now - patience))) }
  return (await notices.list(asked, { limit: 2 * most, fields: ['eventId'] })).map(({ eventId }) => eventId)
}

export interface Today { changed: Changed[]; photos: Photo[]; uncarried: string[]; reports: ReportRecord[]; suggestions: number; jobs: string[] }

/** Six operations. */
export async function readToday(unitId: string, now: number): Promise<Today> {
  const lastMonth = previousMonth(dayOf(now).slice(0, 7))
  const [changed, recent, missing, reports, suggestions, jobs] = await Promise.all([
    changedEvents(unitId, now), recentPhotos(unitId, now), uncarried(now), reportsBelow(unitId, [previousMonth(lastMonth), lastMonth]), openSuggestionsTo(unitId, most), stuckJobs(now),
  ])
  return { changed, photos: recent, uncarried: missing, reports, suggestions, jobs }
}

/** How many of the messages are about events of the unit and below. */
export async function messagesOf(unitId: string, eventIds: readonly string[]): Promise<number> {
  if (eventIds.length === 0) return 0
  const mine = new Set((await events.list({ _id: command.in([...new Set(eventIds)]), path: unitId }, { fields: ['status'], limit: 2 * most })).map(({ _id }) => _id))
  return eventIds.filter((id) => mine.has(id)).length
}

/** By what they say: new to look at; not in their place, or asked about, for long. `now` in ms. */
export function photosToLookAt(recent: readonly Photo[], now: number): { fresh: number; stuck: number } {
  const longAgo = instant(now - patience)
  const isAsked = ({ asked }: Photo) => asked != null && !asked.refused && asked.at <= longAgo
  return {
    fresh: recent.filter((one) => one.unsettled !== true && one.public == null && one.asked == null).length,
    stuck: recent.filter((one) => (one.unsettled === true ? one.savedAt <= longAgo : isAsked(one))).length,
  }
}
