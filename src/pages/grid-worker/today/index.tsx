/** A grid worker's day: the sessions to check people in at, what was logged today, and 记一笔. */
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { Day } from '../../../components/day'
import { ErrorLeaf } from '../../../components/error-leaf'
import { MainButton } from '../../../components/main-button'
import { Page } from '../../../components/page'
import { Skeleton } from '../../../components/skeleton'
import { dayNumber, monthNumber, today, weekdayOf } from '../../../stores/calendar'
import { troubleOf } from '../../../stores/failure-words'
import { keepDoorBooks } from '../../../stores/door-book/door-books'
import { stillOpenBefore } from '../../../stores/kept-days'
import { useKnown } from '../../../stores/known-person'
import { loadMe } from '../../../stores/people'
import { useQueue } from '../../../stores/queue/queue-of-phone'
import { loadSessionsOfDay, useSessionsOfDay, withWaitingOf } from '../../../stores/sessions-of-day'
import { measuredOffset } from '../../../stores/server-clock'
import { useWorkList } from '../../../stores/work'
import { StaleNotice } from '../../stale-notice'
import { SuggestEntry } from '../../suggest-entry'
import { LoggedToday } from './logged-today'
import { PhotosHere } from './photos-here'
import { MonthLine } from './month-line'
import { MoreToday } from './more-today'
import { SessionCard } from './session-card'
import { sessionsRefusals, words } from './wording'
import { WaitingNotice } from '../waiting-notice'
import { worksIn } from '../works-in'

const mineUrl = '/pages/resident/mine/index'

export default function TodayPage() {
  const on = today()
  const person = useKnown((state) => state.person)
  const records = useQueue((state) => state.records)
  const { value, failed, loading } = useSessionsOfDay()
  const work = useWorkList()
  const unit = worksIn(person)
  const refresh = async () => {
    void loadSessionsOfDay(on)
    void keepDoorBooks()
    await loadMe()
    const at = worksIn(useKnown.getState().person)
    if (at) void useWorkList.getState().load({ unitId: at.id, from: on, to: on })
  }
  useDidShow(() => void refresh())
  // Before the first answer it is not known what is still under way.
  const before = failed !== null || measuredOffset() !== null ? stillOpenBefore(person?.personKey, on) : []
  const stale = (failed !== null && (value !== null || before.length > 0)) || (work.failed !== null && work.value !== null)
  // What waited has gone out: there is signal again.
  useEffect(() => { if (stale && records.length === 0) void refresh() }, [records.length])

  const trouble = failed && value === null && before.length === 0 ? troubleOf(failed, sessionsRefusals, '今天的活动') : null
  return (
    <Page
      title="今天"
      home={mineUrl}
      foot={
        <BottomBar side={[{ text: '我的', icon: 'person', onPress: () => void Taro.redirectTo({ url: mineUrl }) }]}>
          <MainButton icon="pen" onPress={() => void Taro.navigateTo({ url: '/pages/grid-worker/entry/index' })}>记一笔</MainButton>
        </BottomBar>
      }
    >
      {unit && <View>{unit.name}</View>}
      <WaitingNotice />
      <PhotosHere />
      {unit && <MonthLine />}
      {trouble && <ErrorLeaf beside title={trouble.title} words={trouble.words} {...(trouble.again ? { onRetry: () => void refresh() } : {})} />}
      {/* What waits says already that there is no signal. */}
      <StaleNotice shown={stale && records.length === 0} onRetry={() => void refresh()} />
      {value === null && loading && <Skeleton shape="cards" />}
      {value && (
        <Day figure={String(dayNumber(on))} under={`星期${weekdayOf(on)}`} words="今天" date={`${monthNumber(on)}月${dayNumber(on)}日 星期${weekdayOf(on)}`} today>
          {value.sessions.map((session) => <SessionCard key={session.id} session={withWaitingOf(session, records)} />)}
          {value.sessions.length === 0 && <View>今天没有活动要签到。</View>}
        </Day>
      )}
      {before.map(({ on: day, sessions }) => (
        <Day key={day} figure={String(dayNumber(day))} under={`星期${weekdayOf(day)}`} words={`${monthNumber(day)}月${dayNumber(day)}日`} date={`星期${weekdayOf(day)}`}>
          {failed !== null && <View>{words.clockAhead}</View>}
          {sessions.map((session) => <SessionCard key={session.id} session={withWaitingOf(session, records)} />)}
        </Day>
      ))}
      {unit && <LoggedToday />}
      {unit && <MoreToday />}
      <SuggestEntry below />
    </Page>
  )
}
