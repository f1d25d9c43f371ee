/** The month of one's own units: how it stands, what was logged, and every version of it. For the unit's own eyes. */
import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { ErrorLeaf } from '../../../components/error-leaf'
import { Heading } from '../../../components/heading'
import { Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { Skeleton } from '../../../components/skeleton'
import { addDays, endOfMonth, monthNumber, today } from '../../../stores/calendar'
import { troubleOf } from '../../../stores/failure-words'
import { useMonthEntries } from '../../../stores/month-entries'
import { answerLine, knownMonths, loadOwnMonths, useOwnMonths, withWaiting } from '../../../stores/own-months'
import { loadMe, useMe } from '../../../stores/people'
import { useQueue } from '../../../stores/queue/queue-of-phone'
import { worksIn } from '../works-in'
import { MonthList } from './month-list'
import { MonthStates } from './month-states'
import { monthRefusals } from './wording'

export default function MonthPage() {
  const now = today().slice(0, 7)
  const before = addDays(`${now}-01`, -1).slice(0, 7)
  const [month, setMonth] = useState(now)
  const { failed, loading } = useOwnMonths()
  const records = useQueue(({ records: all }) => all)
  const known = knownMonths(month)
  const look = async (chosen: string) => {
    setMonth(chosen)
    void loadOwnMonths(chosen)
    await loadMe()
    const unit = worksIn(useMe.getState().value)
    if (unit) void useMonthEntries.getState().load({ unitId: unit.id, from: `${chosen}-01`, to: endOfMonth(`${chosen}-01`) })
  }
  useDidShow(() => { answerLine(now); void look(month) })
  const trouble = failed && known === null ? troubleOf(failed, monthRefusals, '这个月的记录') : null
  const months = [{ key: before, text: `${monthNumber(before)}月` }, { key: now, text: `${monthNumber(now)}月（本月）` }]
  return (
    <Page title="这个月记的" home="/pages/grid-worker/today/index">
      <Segmented label="哪个月" items={months} chosen={month} onChange={(chosen) => void look(chosen)} />
      {trouble && <ErrorLeaf title={trouble.title} words={trouble.words} {...(trouble.again ? { onRetry: () => void look(month) } : {})} />}
      {known === null && loading && <Skeleton shape="lines" />}
      {known && (
        <>
          <Heading as="label">有没有要记的，只给自己看</Heading>
          <MonthStates month={month} units={withWaiting(known, records)} />
        </>
      )}
      <Heading>记过的</Heading>
      <MonthList />
    </Page>
  )
}
