import type { listEvents } from '../../contract/events/list'
import { eventBriefs } from '../_shared/event-briefs'
import { eventsPerPage, publishedEvents } from '../_shared/records/event-lists'
import { days, instant } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

const longestRange = days(400)

export const handleListEvents: Handler<typeof listEvents> = async ({ from, to, kind, hosts, after }, { caller, now, refuse }) => {
  if (Date.parse(to) - Date.parse(from) >= longestRange) return refuse('range-too-long')
  const [on = '', id = ''] = after?.split('|') ?? []
  const found = await publishedEvents({ from, to, kind, hosts, ...(after !== undefined && { after: { on, id } }) })
  const page = found.slice(0, eventsPerPage)
  const last = page.at(-1)
  // A series may have begun before and go on after these days, with nothing in between.
  const within = page.filter((event) => event.sessions.some((session) => session.on >= from && session.on <= to))
  const seen = await eventBriefs(within, caller.personKey, instant(now))
  return { events: seen.map(({ brief }) => brief), after: last && found.length > page.length ? `${last.firstOn}|${last._id}` : null }
}
