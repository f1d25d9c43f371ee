/** In the last three days of a month, once: a unit of one's own has no record yet. Answered, it does not come back. */
import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { Notice } from '../../../components/notice'
import { addDays, endOfMonth, monthNumber, today } from '../../../stores/calendar'
import { answerLine, isLineAnswered, knownMonths, loadOwnMonths, useOwnMonths, withWaiting } from '../../../stores/own-months'
import { useQueue } from '../../../stores/queue/queue-of-phone'

export function MonthLine() {
  const on = today()
  const month = on.slice(0, 7)
  const isLast = on >= addDays(endOfMonth(on), -2)
  const [answered, setAnswered] = useState(() => isLineAnswered(month))
  const records = useQueue(({ records: all }) => all)
  useOwnMonths()
  useEffect(() => { if (isLast && !answered) void loadOwnMonths(month) }, [isLast, answered, month])
  const known = isLast && !answered ? knownMonths(month) : null
  const quiet = known ? withWaiting(known, records).filter(({ state }) => state === 'unknown') : []
  if (quiet.length === 0) return null
  const look = () => {
    answerLine(month)
    setAnswered(true)
    void Taro.navigateTo({ url: '/pages/grid-worker/month/index' })
  }
  const which = quiet.length === 1 ? quiet[0]?.unit.name : `${quiet.length} 个网格`
  return <Notice act={{ text: '去看看', onPress: look }} note="没有要记的，点一下本月无此项就行。">{`${monthNumber(month)}月快过完了，${which}还没有记录`}</Notice>
}
