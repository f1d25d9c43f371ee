/** Before a month is handed in: how many places do not fit, and the way there. Nothing where all fits, or where it is not known. */
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { Notice } from '../../../components/notice'
import { useMonthChecks } from '../../../stores/checks'
import { homeOf } from '../frame/rooms'

export function ChecksNotice({ unitId, month }: { unitId: string; month: string }) {
  const { value, load } = useMonthChecks()
  const ask = () => void load({ unitId, month })
  useEffect(ask, [unitId, month])
  useDidShow(ask)
  if (value?.unit.id !== unitId || value.month !== month) return null
  const wrong = value.findings.filter(({ weight }) => weight === 'contradiction').length
  const others = value.findings.length - wrong
  if (wrong + others === 0) return null
  const act = { text: '去看看', onPress: () => void Taro.navigateTo({ url: homeOf.checks }) }
  if (wrong === 0) return <Notice act={act}>{`有 ${others} 处数，提交以前看一眼`}</Notice>
  return <Notice tone="attention" act={act} {...(others > 0 && { note: `另有 ${others} 处，看一眼就好` })}>{`有 ${wrong} 处数对不上`}</Notice>
}
