/** What is on, by day. The first page: nothing stands before it, everything of it is one tap away. */
import { useEffect, useState } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import { eventKindNames, eventKinds, type EventKind } from '#contract/events/kinds'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { today } from '../../../stores/calendar'
import { useEvents } from '../../../stores/events'
import { troubleOf } from '../../../stores/failure-words'
import { hostsOf, useHome } from '../../../stores/home'
import { loadMe, useMe } from '../../../stores/people'
import { fullDay } from '../../../stores/spoken-time'
import { useIsLargeType } from '../../../theme/type-size'
import { StaleNotice } from '../../stale-notice'
import { UnseenNotices } from '../notices/unseen-notices'
import { searchUrl } from '../open-event'
import { ResidentTabs } from '../tabs'
import { DayOf } from './day-of'
import { Filters } from './filters'
import { Pick } from './pick'
import { cardsAtOnce, shownDays } from './shown-days'
import { TopRow } from './top-row'
import { listRefusals, nothingOn, words, type Range } from './wording'

export default function EventsPage() {
  const [pickedRange, setRange] = useState<Range | null>(null)
  // What was picked before another tab was opened is still asked for.
  const [kind, setKind] = useState<EventKind | null>(() => useEvents.getState().question?.kind ?? null)
  const [most, setMost] = useState(cardsAtOnce)
  const [choosing, setChoosing] = useState(false)
  const large = useIsLargeType()
  const { home } = useHome()
  const isKnown = useMe(({ value }) => value !== null)
  const { question, events, kinds, failed, loading, after, load, more } = useEvents()
  const from = today()
  const hosts = hostsOf(home)
  // In large type everything that comes stands in one list, until somebody picks.
  const range = pickedRange ?? (large ? 'later' : 'week')
  const ask = () => load({ from, hosts, ...(question?.kind && { kind: question.kind }) })
  const refresh = () => { void loadMe(); void ask() }
  useDidShow(refresh)
  const place = hosts?.join(' ')
  useEffect(() => { if (question && question.hosts?.join(' ') !== place) void ask() }, [place])

  const choose = (next: EventKind | null) => {
    setKind(next)
    setMost(cardsAtOnce)
    // Where everything is here already, choosing is enough.
    if (question?.kind ?? after !== null) void load({ from, hosts, ...(next && { kind: next }) })
  }
  const chooseRange = (next: Range) => { setRange(next); setMost(cardsAtOnce) }
  const filters = { range, onRange: chooseRange, kinds: after === null && !question?.kind ? eventKindNames.filter((name) => kinds.includes(name)) : eventKindNames, kind, onKind: choose }
  const shown = shownDays(events ?? [], { from, range, kind, after, most })
  const trouble = failed && events === null ? troubleOf(failed, listRefusals, '活动') : null
  const goOn = () => {
    setMost(most + cardsAtOnce)
    if (shown.needsMore) void more()
  }

  return (
    <Page
      first
      title={home?.name ?? '邻里'}
      loading={events === null && failed === null}
      head={<><TopRow choosing={choosing} onChoosing={setChoosing}>{large && <Pick {...filters} />}</TopRow>{!large && <Filters {...filters} />}</>}
      foot={<ResidentTabs current="events" />}
      failure={trouble && { title: trouble.title, words: trouble.words, ...(trouble.again ? { onRetry: refresh } : {}) }}
    >
      <StaleNotice shown={failed !== null && events !== null} onRetry={refresh} />
      <UnseenNotices />
      {home === null && isKnown && <Notice icon="place" act={{ text: words.choose, onPress: () => setChoosing(true) }}>{words.everywhere}</Notice>}
      {shown.days.map((day) => <DayOf key={day.on} day={day} today={from} home={home} />)}
      {events !== null && !loading && shown.days.length === 0 && !shown.hasMore && (
        <EmptyLeaf
          title={nothingOn(range, kind && eventKinds[kind].zh)}
          {...(shown.next ? { words: `下一场在 ${fullDay(shown.next.on)}，\n${shown.next.items[0]?.event.title}`, next: { text: '看下一场', onPress: () => chooseRange('later') } } : { words: '社区有新的活动，会出现在这里。' })}
        />
      )}
      {shown.hasMore && <PlainButton onPress={goOn} busy={loading && words.loading}>{words.more}</PlainButton>}
      {events !== null && <TextLink onPress={() => void Taro.navigateTo({ url: searchUrl })}>{words.past}</TextLink>}
    </Page>
  )
}
