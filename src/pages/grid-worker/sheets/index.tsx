/** 签到表 by day, from tomorrow to seven days back: to print before, to type in afterwards. */
import { useState } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { eventKinds } from '#contract/events/kinds'
import type { sessionsOfDay } from '#contract/attendance/sessions-of-day'
import { Card } from '../../../components/card'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Page } from '../../../components/page'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Skeleton } from '../../../components/skeleton'
import { ErrorLeaf } from '../../../components/error-leaf'
import { dropMade } from '../../../platform/files'
import { clockOf, today } from '../../../stores/calendar'
import { keptSessionsOn } from '../../../stores/door-book/kept-sheets'
import { troubleOf, type Refusals } from '../../../stores/failure-words'
import { isDoorOpen, useSessionsOn } from '../../../stores/sheet'
import { DayChoice } from '../entry/day-choice'
import { PrintButton } from '../sheet/print-button'
import css from './index.module.scss'

const noRefusals: Refusals<typeof sessionsOfDay> = {}

export default function SheetsPage() {
  const { value, input, failed, loading, load } = useSessionsOn()
  const [on, setOn] = useState(today())
  const look = (day: string) => { setOn(day); void load({ on: day }) }
  useDidShow(() => { void dropMade(); look(on) })
  const fetched = input?.on === on ? value?.sessions ?? null : null
  const offline = failed?.failure === 'offline' && fetched === null
  // Typing in needs no signal where the sheet lies on this phone.
  const here = offline ? keptSessionsOn(on) : []
  const sessions = fetched ?? (here.length > 0 ? here : null)
  const trouble = failed && sessions === null ? troubleOf(failed, noRefusals, '这一天的活动') : null
  return (
    <Page title="签到表" home="/pages/grid-worker/today/index">
      <DayChoice chosen={on} ahead={1} back={7} onChange={look} />
      {trouble && <ErrorLeaf title={trouble.title} words={trouble.words} {...(trouble.again ? { onRetry: () => look(on) } : {})} />}
      {sessions === null && loading && <Skeleton shape="cards" />}
      {offline && here.length > 0 && <Notice act={{ text: '再试一次', onPress: () => look(on) }} note="打印要有信号。">没有信号，这些表存在手机里，能录入</Notice>}
      {sessions?.length === 0 && <EmptyLeaf title="这一天没有活动" words="换一天看看。" />}
      {sessions?.map(({ id, title, kind, startsAt, endsAt, countOnly, expected }) => (
        <View key={id} className={css.session}>
          <Card>
            <View className={css.note}>{`${eventKinds[kind].zh} · ${clockOf(startsAt)}–${clockOf(endsAt)}`}</View>
            <View className={css.title}>{title}</View>
            <View className={css.note}>{countOnly ? '只清点人数，不留名' : `${expected} 人报名`}</View>
            <View className={css.acts}>
              {!offline && <PrintButton sessionId={id} title={title} countOnly={countOnly} />}
              {isDoorOpen(startsAt) && <PlainButton fill label={`${title}，录入`} onPress={() => void Taro.navigateTo({ url: `/pages/grid-worker/sheet/index?id=${id}` })}>录入</PlainButton>}
            </View>
          </Card>
        </View>
      ))}
    </Page>
  )
}
