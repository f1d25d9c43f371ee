/** 需要处理: what the community did not take, each with its reason and what to do. It stays until its worker decides. */
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Page } from '../../../components/page'
import { useRoster } from '../../../stores/attendance'
import { useKnown } from '../../../stores/known-person'
import { useQueue } from '../../../stores/queue/queue-of-phone'
import type { InQueue } from '../../../stores/queue/queued-record'
import { today } from '../../../stores/calendar'
import { loadSessionsOfDay, sessionOfDay, useSessionsOfDay } from '../../../stores/sessions-of-day'
import { useWorkList } from '../../../stores/work'
import css from './index.module.scss'
import { TrayCard } from './tray-card'

const todayUrl = '/pages/grid-worker/today/index'

export default function TrayPage() {
  const { records, unreadable } = useQueue((state) => state)
  const roster = useRoster(({ value }) => value)
  const list = useSessionsOfDay(({ value }) => value)
  const person = useKnown((state) => state.person)
  // Which session a record is of stands in the day's list, kept or fetched.
  useDidShow(() => { if (!list) void loadSessionsOfDay(today()) })
  const refused = records.filter(({ state }) => state === 'refused')
  const entries = useWorkList(({ value }) => value?.entries)
  const indicatorOf = (id: string) => {
    const own = records.find((one) => one.call === 'work/log' && one.input.recordId === id)
    return own?.call === 'work/log' ? own.input.indicator : entries?.find((one) => one.id === id)?.indicator ?? null
  }
  const known = { rows: roster?.rows ?? [], indicatorOf, unitName: (id: string) => person?.roles.flatMap(({ covers }) => covers).find((unit) => unit.id === id)?.name ?? null }
  const whereOf = ({ input }: InQueue) => {
    if (!('sessionId' in input)) return null
    return sessionOfDay(list, input.sessionId)?.title ?? (roster?.session.id === input.sessionId ? roster.session.title : null)
  }
  return (
    <Page title="需要处理" home={todayUrl}>
      {refused.length + unreadable === 0 && <EmptyLeaf title="没有要处理的" words="社区没收下的记录会到这里来，一条也不会丢。" />}
      <View className={css.list}>
        {refused.map((record) => <TrayCard key={record.input.recordId} record={record} known={known} where={whereOf(record)} />)}
        {unreadable > 0 && <View className={css.note}>{`另有 ${unreadable} 条，这一版邻里读不出来，还留在手机上。请把邻里更新到最新，再打开看看。`}</View>}
      </View>
    </Page>
  )
}
