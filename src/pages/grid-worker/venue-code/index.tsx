/** The venue's code, for residents to scan inside the app; it changes every 30 s and needs no signal once it was fetched. */
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { stepMs } from '#contract/attendance/door-code'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Qr } from '../../../components/qr'
import { QrLeft } from '../../../components/qr-left'
import { TextLink } from '../../../components/text-link'
import { clockOf, dayOf, today } from '../../../stores/calendar'
import { troubleOf } from '../../../stores/failure-words'
import { serverTime, type Kept } from '../../../stores/kept-codes'
import { clockDoubt } from '../../../stores/server-clock'
import { spokenDay } from '../../../stores/spoken-time'
import { loadVenueCode, useVenueCodes, type VenueCode } from '../../../stores/venue-code'
import { CodeText } from '../../code-text'
import { useCodeShown } from '../../use-code-shown'
import css from './index.module.scss'
import { venueRefusals, words } from './wording'

export default function VenueCodePage() {
  const sessionId = useRouter().params.id ?? ''
  const { kept, loading, failed } = useVenueCodes()
  const refresh = () => void loadVenueCode(sessionId)
  useDidShow(refresh)
  useEffect(() => {
    // People queue before it: the screen may not go dark.
    void Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => undefined)
    return () => void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => undefined)
  }, [])
  const one = kept[sessionId] ?? null
  const trouble = one === null && failed ? troubleOf(failed, venueRefusals, '门口码') : null
  return (
    <Page
      title={words.title}
      home="/pages/grid-worker/today/index"
      loading={one === null && loading}
      failure={trouble && { title: trouble.title, words: trouble.words, ...(trouble.again ? { onRetry: refresh } : {}) }}
    >
      {one && failed && <Notice icon="again" act={{ text: '再试一次', onPress: refresh }}>{words.noSignal}</Notice>}
      {one && clockDoubt() !== null && <Notice tone="attention">{words.clockDoubt}</Notice>}
      {one && <Shown one={one} />}
    </Page>
  )
}

function Shown({ one }: { one: Kept<VenueCode> }) {
  const { title, placeName, startsAt, from, until, code } = one.given
  const shown = useCodeShown(code, one)
  const now = serverTime(one, Date.now())
  const opensLater = now < Date.parse(from)
  if (!shown) return null
  return (
    <>
      <View className={css.what}>
        <View className={css.title}>{title}</View>
        <View>{`${spokenDay(dayOf(startsAt), today())} ${clockOf(startsAt)} · ${placeName}`}</View>
      </View>
      {opensLater && <Notice>{`${spokenDay(dayOf(from), today())} ${clockOf(from)} 起才能扫`}</Notice>}
      {now > Date.parse(until) && <Notice>这一场的签到已经结束</Notice>}
      <Card>
        <Qr text={shown.text} label={`门口码，${title}`} />
        <QrLeft seconds={shown.left} of={stepMs / 1000} />
      </Card>
      <View className={css.how}>{words.how}</View>
      <View className={css.note}>{words.forwarded}</View>
      <View className={css.links}><TextLink onPress={() => void Taro.navigateTo({ url: `/pages/grid-worker/hung-code/index?id=${one.given.sessionId}` })}>{words.print}</TextLink></View>
      <View className={css.links}><CodeText text={shown.text} /></View>
    </>
  )
}
