/** Which days of what has come stand on the screen. Pure. */
import type { EventBrief } from '#contract/events/event'
import type { EventKind } from '#contract/events/kinds'
import { addDays, endOfMonth, endOfWeek } from '../../../stores/calendar'
import { byDay, dayOfMark, daysAhead, type DayOfEvents } from '../../../stores/events'
import type { Range } from './wording'

/** As many cards are drawn at once as stay far below 64 KB of setData, with every line that a card can have. */
export const cardsAtOnce = 20

export interface Asked { from: string; range: Range; kind: EventKind | null; after: string | null; most: number }
export interface Shown {
  days: DayOfEvents[]
  /** The first day behind the range, where there is one. */
  next: DayOfEvents | undefined
  /** Something of the range is not on the screen. */
  hasMore: boolean
  /** Some of it is not here yet. */
  needsMore: boolean
}

/** Only days that are complete; of them the first `most` cards. */
export function shownDays(events: readonly EventBrief[], { from, range, kind, after, most }: Asked): Shown {
  const until = lastDay(range, from)
  const all = byDay(kind === null ? events : events.filter((event) => event.kind === kind), from, addDays(from, daysAhead))
  const complete = after === null ? all : all.filter(({ on }) => on < dayOfMark(after))
  const wanted = complete.filter(({ on }) => on <= until)
  const days: DayOfEvents[] = []
  let cards = 0
  for (const day of wanted) {
    if (cards >= most) break
    days.push({ ...day, items: day.items.slice(0, most - cards) })
    cards += day.items.length
  }
  const isCut = wanted.reduce((sum, { items }) => sum + items.length, 0) > most
  const isOpen = after !== null && dayOfMark(after) <= until
  return { days, next: all.find(({ on }) => on > until), hasMore: isCut || isOpen, needsMore: isOpen && !isCut }
}

function lastDay(range: Range, from: string): string {
  if (range === 'week') return endOfWeek(from)
  return range === 'month' ? endOfMonth(from) : addDays(from, daysAhead)
}
