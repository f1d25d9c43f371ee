import type { EventLine, searchEvents } from '../../contract/events/search'
import { eventLinesOf, type EventLineRecord } from '../_shared/records/event-lists'
import { wordsOfEvents } from '../_shared/records/event-words'
import { dayAfter, dayOf } from '../_shared/rules/calendar'
import { plainWords } from '../_shared/rules/wording-match'
import type { Handler } from '../_shared/serve'

const most = 50
const year = 365

/** Two operations, one more where titles are so long that they do not fit one answer. */
export const handleSearch: Handler<typeof searchEvents> = async ({ words, hosts }, { now }) => {
  const today = dayOf(now)
  const wanted = plainWords(words)
  const all = await wordsOfEvents(dayAfter(today, -year), dayAfter(today, year), today, hosts)
  const found = all.words.filter(({ title, placeName }) => [title, placeName].some((text) => plainWords(text).includes(wanted)))
  const lines = await eventLinesOf(found.slice(0, most).map(({ _id }) => _id))
  return { found: lines.map(eventLine), more: found.length > most, partly: !all.whole }
}

export function eventLine({ _id, kind, title, placeName, hostUnit, host, firstOn, lastOn }: EventLineRecord): EventLine {
  return { id: _id, kind, title, placeName, hostUnit: { id: hostUnit, ...host }, firstOn, lastOn }
}
