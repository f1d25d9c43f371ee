/** One day of the list with its gatherings. */
import { Day } from '../../../components/day'
import { dayNumber, weekdayOf } from '../../../stores/calendar'
import type { DayOfEvents } from '../../../stores/events'
import type { Home } from '../../../stores/home'
import { fullDay, nearDay } from '../../../stores/spoken-time'
import { openEvent } from '../open-event'
import { EventCard } from './event-card'

export function DayOf({ day: { on, items }, today, home }: { day: DayOfEvents; today: string; home: Home | null }) {
  const near = nearDay(on, today)
  const weekday = `星期${weekdayOf(on)}`
  const own = home?.path.at(-1)
  return (
    <Day figure={String(dayNumber(on))} under={near === '今天' || near === '明天' ? near : weekday} words={near ?? weekday} date={fullDay(on)} today={on === today}>
      {items.map((item) => <EventCard key={item.session.id} item={item} host={item.event.hostUnit.id === own ? null : item.event.hostUnit.name} onOpen={() => openEvent(item.event.id)} />)}
    </Day>
  )
}
