/** What is on, by day. The first page: nothing stands before it, everything of it is one tap away. */
import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { eventKindNames, eventKinds, type EventKind } from '#contract/events/kinds'
import { Day } from '../../../components/day'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Page } from '../../../components/page'
import { PlainButton } from '../../../components/plain-button'
import { addDays, dayNumber, endOfMonth, endOfWeek, today, weekdayOf } from '../../../stores/calendar'
import { byDay, useEvents, type DayOfEvents } from '../../../stores/events'
import { troubleOf } from '../../../stores/failure-words'
import { loadMe, useMe } from '../../../stores/people'
import { fullDay, nearDay } from '../../../stores/spoken-time'
import { useIsLargeType } from '../../../theme/type-size'
import { StaleNotice } from '../../stale-notice'
import { openEvent } from '../open-event'
import { ResidentTabs } from '../tabs'
import { EventCard } from './event-card'
import { Filters } from './filters'
import { TopRow } from './top-row'
import { listRefusals, nothingOn, type Range } from './wording'

export default function EventsPage() {
  const [range, setRange] = useState<Range>('week')
  const [kind, setKind] = useState<EventKind | null>(null)
  const large = useIsLargeType()
  const me = useMe(({ value }) => value)
  const { events, failed, loading, after, load, more } = useEvents()
  const from = today()
  const refresh = () => { void loadMe(); void load(from) }
  useDidShow(refresh)

  const kinds = eventKindNames.filter((name) => events?.some((event) => event.kind === name))
  // Large type has no filters: everything that comes stands in one list.
  const chosen = large ? null : kind
  const until = large ? addDays(from, 62) : lastDay(range, from)
  const all = byDay((events ?? []).filter((event) => chosen === null || event.kind === chosen), from, addDays(from, 62))
  const days = all.filter(({ on }) => on <= until)
  const next = all.find(({ on }) => on > until)
  const trouble = failed && events === null ? troubleOf(failed, listRefusals, '活动') : null

  return (
    <Page
      first
      title={me?.community?.name ?? '邻里'}
      loading={events === null && loading}
      head={<><TopRow onMoved={refresh} />{!large && <Filters range={range} onRange={setRange} kinds={kinds} kind={kind} onKind={setKind} />}</>}
      foot={<ResidentTabs current="events" />}
      failure={trouble && { title: trouble.title, words: trouble.words, ...(trouble.again ? { onRetry: refresh } : {}) }}
    >
      <StaleNotice shown={failed !== null && events !== null} onRetry={refresh} />
      {days.map((day) => <DayOf key={day.on} day={day} today={from} />)}
      {events !== null && days.length === 0 && (
        <EmptyLeaf
          title={nothingOn(large ? 'later' : range, chosen && eventKinds[chosen].zh)}
          {...(next ? { words: `下一场在 ${fullDay(next.on)}，\n${next.items[0]?.event.title}`, next: { text: '看下一场', onPress: () => setRange('later') } } : { words: '社区有新的活动，会出现在这里。' })}
        />
      )}
      {after !== null && (large || range === 'later') && <View><PlainButton onPress={() => void more()} busy={loading && '正在取来…'}>再看后面的</PlainButton></View>}
    </Page>
  )
}

function DayOf({ day: { on, items }, today: now }: { day: DayOfEvents; today: string }) {
  const near = nearDay(on, now)
  const weekday = `星期${weekdayOf(on)}`
  return (
    <Day figure={String(dayNumber(on))} under={near === '今天' || near === '明天' ? near : weekday} words={near ?? weekday} date={fullDay(on)} today={on === now}>
      {items.map((item) => <EventCard key={item.session.id} item={item} onOpen={() => openEvent(item.event.id)} />)}
    </Day>
  )
}

function lastDay(range: Range, from: string): string {
  if (range === 'week') return endOfWeek(from)
  return range === 'month' ? endOfMonth(from) : addDays(from, 62)
}
