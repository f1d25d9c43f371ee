/** 今天, an admin's first page: what happens, what waits, what the month stands at, who was not told, what got stuck. Nothing is compared or ranked. */
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Leaf } from '../../../components/leaf'
import { TextLink } from '../../../components/text-link'
import { useAdminToday } from '../../../stores/admin-today'
import { useAdminScope } from '../../../stores/admin-scope'
import { dayNumber, today, weekdayOf } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { useMonthTotals } from '../../../stores/totals'
import { StaleNotice } from '../../stale-notice'
import { SuggestEntry } from '../../suggest-entry'
import { asOfWords, dayWords, monthTitle } from '../figures/months'
import { AdminPage } from '../frame/admin-page'
import { homeOf, office } from '../frame/rooms'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import { Stuck, TodaySessions, Untold, Waiting } from './groups'
import css from './index.module.scss'
import { monthSoFar } from './month-so-far'
import { Way } from './way'
import { refusals, words } from './wording'

const workerDay = '/pages/grid-worker/today/index'

export default function AdminTodayPage() {
  const wide = useWide()
  const scope = useScope((day) => day.slice(0, 7))
  const { value, failed, load } = useAdminToday()
  const totals = useMonthTotals()
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const { unit } = scope
  const unitId = unit?.id ?? null
  const day = today()
  const month = day.slice(0, 7)
  const ask = () => {
    if (unitId === null) return
    void load({ unitId })
    void totals.load({ unitId, month })
  }
  useEffect(ask, [unitId])
  useDidShow(ask)
  const go = (url: string) => void Taro.navigateTo({ url })
  const sums = totals.value?.unit.id === unitId && totals.value.month === month ? totals.value : null
  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="today"
      loading={value === null && failed === null}
      failure={value === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, refusals), onRetry: ask } : null}
      onSwitchUnit={() => setSheet('unit')}
    >
      {value && unit && (
        <>
          <View className={css.head}>
            <Leaf figure={String(dayNumber(day))} under={`周${weekdayOf(day)}`} ink />
            <View className={css.title}>
              <View className={css.unit}>{dayWords(day)}</View>
              <View className={css.note}>{asOfWords(value.asOf, day)}</View>
            </View>
            {!wide && scope.units.length > 1 && <TextLink onPress={() => setSheet('unit')}>换单位</TextLink>}
          </View>
          <StaleNotice shown={failed !== null} onRetry={ask} />
          <TodaySessions of={value} />
          <Waiting of={value} />
          <Untold of={value} />
          <Stuck of={value} />
          {sums && (
            <View className={css.group}>
              <Heading>{words.monthSoFar(monthTitle(month))}</Heading>
              <Card flat><Way text={monthSoFar(sums.figures) ?? words.noneYet} label={`${monthSoFar(sums.figures) ?? words.noneYet}${words.totals}`} onPress={() => { useAdminScope.setState({ month }); go(homeOf.totals) }} /></Card>
            </View>
          )}
          {value.own?.state === 'submitted' && <View className={css.plain}>{words.submitted(monthTitle(value.own.month))}</View>}
          {value.photos > 0 && <View className={css.plain}>{words.newPhotos(value.photos)}</View>}
          {!wide && (
            <View className={css.group}>
              <Heading>{words.others}</Heading>
              <View className={css.others}>
                <TextLink onPress={() => go(workerDay)}>签到、记一笔</TextLink>
                {office.map(({ key, text }) => <TextLink key={key} onPress={() => go(homeOf[key])}>{text}</TextLink>)}
              </View>
            </View>
          )}
          {wide && <TextLink onPress={() => go(workerDay)}>签到、记一笔</TextLink>}
          <SuggestEntry below />
        </>
      )}
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}
