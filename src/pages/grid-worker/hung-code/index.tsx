/** 挂在门口的码: the venue's code on a sheet of A4, for residents to scan inside the app while the session takes them. Shown as it will be printed. */
import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { Card } from '../../../components/card'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Qr } from '../../../components/qr'
import { qrPicture, qrSquares } from '../../../components/qr-picture'
import type { Kept } from '../../../platform/picture'
import { drawPicture, keepPicture, keepWords } from '../../../platform/poster'
import { clockOf, dayOf } from '../../../stores/calendar'
import { troubleOf } from '../../../stores/failure-words'
import { fullDay, spokenSpan } from '../../../stores/spoken-time'
import { loadVenueCode, useVenueCodes, type VenueCode } from '../../../stores/venue-code'
import { CodeText } from '../../code-text'
import { StaleNotice } from '../../stale-notice'
import { venueRefusals } from '../venue-code/wording'
import { drawHungSheet, sheetHeight, sheetWidth } from './draw-hung-sheet'
import css from './index.module.scss'
import { keptWords, words } from './wording'

export default function HungCodePage() {
  const sessionId = useRouter().params.id ?? ''
  const { kept, loading, failed } = useVenueCodes()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<Kept | null>(null)
  const refresh = () => void loadVenueCode(sessionId)
  useDidShow(refresh)
  const venue = kept[sessionId]?.given ?? null
  const trouble = venue === null && failed ? troubleOf(failed, venueRefusals, '码') : null

  async function save() {
    if (!venue) return
    setBusy(true)
    setTold(null)
    setTold(await keep(venue).catch(() => 'failed' as const))
    setBusy(false)
  }

  const said = told === null ? null : keptWords[told]
  return (
    <Page
      title={words.title}
      home="/pages/grid-worker/today/index"
      loading={venue === null && loading}
      failure={trouble && { title: trouble.title, words: trouble.words, ...(trouble.again ? { onRetry: refresh } : {}) }}
      foot={venue && <BottomBar><MainButton icon="save" busy={busy && words.saving} onPress={() => void save()}>{keepWords}</MainButton></BottomBar>}
    >
      {venue && (
        <>
          <StaleNotice shown={failed !== null} onRetry={refresh} />
          {said !== null && <Notice tone={told === 'kept' ? 'done' : 'attention'}>{said}</Notice>}
          <View className={css.what}>{words.what}</View>
          <Card>
            <View className={css.title}>{venue.title}</View>
            <View className={css.line}>{whenOf(venue)}</View>
            <View className={css.line}>{venue.placeName}</View>
            <Qr text={venue.hung.text} label={`挂在门口的码，${venue.title}`} />
            <View className={css.act}>{words.act}</View>
            <View className={css.steps}>{words.steps.map((step, i) => <View key={step}>{`${i + 1}  ${step}`}</View>)}</View>
            <View>{words.help}</View>
            <View className={css.note}>{validOf(venue)}</View>
          </Card>
          <View className={css.note}>{words.forwarded}</View>
          <View className={css.links}><CodeText text={venue.hung.text} /></View>
        </>
      )}
    </Page>
  )
}

function whenOf({ startsAt, endsAt }: VenueCode): string {
  return `${fullDay(dayOf(startsAt))} ${spokenSpan(startsAt, endsAt)}`
}

function validOf({ hung: { from, until } }: VenueCode): string {
  return `这张码只在 ${fullDay(dayOf(from))} ${clockOf(from)} 到 ${dayOf(until) === dayOf(from) ? '' : '第二天 '}${clockOf(until)} 能扫`
}

async function keep(venue: VenueCode): Promise<Kept> {
  const draw = (pen: CanvasRenderingContext2D) => drawHungSheet(pen, {
    title: venue.title, when: whenOf(venue), where: venue.placeName, squares: qrSquares(venue.hung.text), act: words.act, steps: words.steps, help: words.help, valid: validOf(venue),
  })
  return keepPicture(await drawPicture({ width: sheetWidth, height: sheetHeight, code: qrPicture(venue.hung.text), draw }), `门口码-${venue.title}.jpg`)
}
