import type { EventLine, searchEvents } from '../../contract/events/search'
import { eventLines, type EventLineRecord } from '../_shared/records/event-lists'
import { dayAfter, dayOf } from '../_shared/rules/calendar'
import { nearestFirst, plainWords } from '../_shared/rules/wording-match'
import type { Handler } from '../_shared/serve'

const most = 50
const year = 365

export const handleSearch: Handler<typeof searchEvents> = async ({ words, hosts }, { now }) => {
  const today = dayOf(now)
  const wanted = plainWords(words)
  const all = await eventLines(dayAfter(today, -year), dayAfter(today, year), hosts)
  const found = nearestFirst(all.filter(({ title, placeName }) => [title, placeName].some((text) => plainWords(text).includes(wanted))), today)
  return { found: found.slice(0, most).map(eventLine), more: found.length > most }
}

export function eventLine({ _id, kind, title, placeName, hostUnit, host, firstOn, lastOn }: EventLineRecord): EventLine {
  return { id: _id, kind, title, placeName, hostUnit: { id: hostUnit, ...host }, firstOn, lastOn }
}
