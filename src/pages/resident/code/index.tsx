/** What a resident holds out at the door: the code of her next registration, her 称呼 to say where it does not scan, and the way to scan the venue's. */
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { Card } from '../../../components/card'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { MainButton } from '../../../components/main-button'
import { Page } from '../../../components/page'
import { Qr } from '../../../components/qr'
import { QrLeft } from '../../../components/qr-left'
import { TextLink } from '../../../components/text-link'
import { stepMs } from '#contract/attendance/door-code'
import { dayOf, today } from '../../../stores/calendar'
import { loadEntryCode, nextEntry, useEntryCodes, type EntryKey, type EntrySession } from '../../../stores/codes'
import { troubleOf } from '../../../stores/failure-words'
import type { Kept } from '../../../stores/kept-codes'
import { useMine } from '../../../stores/registrations'
import { spokenDay, spokenHour } from '../../../stores/spoken-time'
import { CodeText } from '../../code-text'
import { StaleNotice } from '../../stale-notice'
import { useCodeShown } from '../../use-code-shown'
import { comingEvent } from './coming-event'
import css from './index.module.scss'
import { SelfScan } from './self-scan'
import { keyRefusals, words } from './wording'

export default function CodePage() {
  const asked = useRouter().params.id
  const { kept, loading, failed } = useEntryCodes()
  const [looking, setLooking] = useState(true)
  const [scanning, setScanning] = useState(false)
  const next = nextEntry(kept, Date.now(), asked)
  // Whoever could not be asked may well be going somewhere.
  const unasked = useMine(({ failed: unheard, value }) => (asked === undefined && value === null ? unheard : null))

  async function refresh() {
    setLooking(true)
    if (asked === undefined) await useMine.getState().load({})
    const eventId = asked ?? comingEvent(useMine.getState().value, Date.now())
    if (eventId) await loadEntryCode(eventId)
    setLooking(false)
  }
  useDidShow(() => void refresh())

  const broken = failed ?? unasked
  const trouble = next === null && broken ? troubleOf(broken, keyRefusals, '入场码') : null
  return (
    <Page
      title={words.title}
      home="/pages/resident/mine/index"
      loading={next === null && (looking || loading)}
      failure={trouble && { title: trouble.title, words: trouble.again ? words.notFetched : trouble.words, beside: true, ...(trouble.again ? { onRetry: () => void refresh() } : {}) }}
      foot={<BottomBar><MainButton icon="scan" onPress={() => setScanning(true)}>{words.scan}</MainButton></BottomBar>}
    >
      <StaleNotice shown={next !== null && failed !== null} onRetry={() => void refresh()} />
      {next ? <EntryCode entry={next.entry} session={next.session} /> : <EmptyLeaf title={words.none} words={words.noneWords} />}
      <View className={css.links}><TextLink onPress={() => void Taro.navigateTo({ url: '/pages/resident-more/card/index' })}>不带手机？做一张码卡</TextLink></View>
      <SelfScan open={scanning} onClose={() => setScanning(false)} />
    </Page>
  )
}

function EntryCode({ entry, session }: { entry: Kept<EntryKey>; session: EntrySession }) {
  const { callName, partySize, title, placeName } = entry.given
  const shown = useCodeShown(session.code, entry)
  if (!shown) return null
  const when = `${spokenDay(dayOf(session.startsAt), today())}，${spokenHour(session.startsAt)}`
  return (
    <>
      <Card>
        <View className={css.who}>
          <View className={css.name}>{callName}</View>
          <View>{partySize === 1 ? '一个人' : `一行 ${partySize} 人`}</View>
        </View>
        <Qr text={shown.text} label={`入场码，${callName}，${title}`} />
        <QrLeft seconds={shown.left} of={stepMs / 1000} />
      </Card>
      <View className={css.what}>
        <View className={css.title}>{title}</View>
        <View>{when}</View>
        <View>{placeName}</View>
      </View>
      <View className={css.help}>{words.callName(callName)}</View>
      <View className={css.note}>{words.forwarded}</View>
      <View className={css.links}><CodeText text={shown.text} /></View>
    </>
  )
}
