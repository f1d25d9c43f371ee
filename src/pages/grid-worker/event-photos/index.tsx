/** The photos of one session's event, on site: one more from the camera or the album, what waits, and what the community has. */
import { Image, View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { Heading } from '../../../components/heading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Press } from '../../../components/press'
import { loadSessionsOfDay, sessionOfDay, useSessionsOfDay } from '../../../stores/sessions-of-day'
import { today } from '../../../stores/calendar'
import { usePhotos } from '../../../stores/evidence'
import { troubleOf, wordsOf } from '../../../stores/failure-words'
import { groupSentence } from '../../../stores/group-sentence'
import { onPhotoReceipt } from '../../../stores/photo-queue/photos-of-phone'
import { AddPhoto } from '../../photos/add-photo'
import { takenWords } from '../../photos/photo-words'
import { ToGroup } from '../../photos/to-group'
import { printOf } from '../room-print'
import css from './index.module.scss'
import { listRefusals, words } from './wording'

const todayUrl = '/pages/grid-worker/today/index'

export default function EventPhotosPage() {
  const sessionId = useRouter().params.id ?? ''
  const { value: day, failed: dayFailed } = useSessionsOfDay()
  const { input, value, failed, load } = usePhotos()
  const session = sessionOfDay(day, sessionId)
  const eventId = session?.eventId ?? null
  useDidShow(() => { if (!day) void loadSessionsOfDay(today()) })
  useEffect(() => {
    if (eventId === null) return undefined
    const of = { what: 'event' as const, eventId }
    void load({ of })
    return onPhotoReceipt(() => void load({ of }))
  }, [eventId, load])

  if (!session) {
    const trouble = day === null && dayFailed ? troubleOf(dayFailed, {}, words.theDay) : null
    return (
      <Page title={words.title} home={todayUrl} loading={day === null && trouble === null} failure={trouble && { title: trouble.title, words: dayFailed?.failure === 'offline' ? words.unknownWithoutSignal : trouble.words, onRetry: () => void loadSessionsOfDay(today()) }}>
        {day && <View>{words.unknown}</View>}
      </Page>
    )
  }
  // What was read of another event does not flash up.
  const photos = input?.of.what === 'event' && input.of.eventId === eventId ? value?.photos : undefined
  const sentence = groupSentence({ ...session, arrived: session.room.attendances > 0 ? printOf('attendances', session.room) : null })
  return (
    <Page title={words.title} home={todayUrl}>
      <Heading as="display">{session.title}</Heading>
      <View className={css.note}>{words.note}</View>
      <AddPhoto tiedTo={{ what: 'event', eventId: session.eventId }} title={session.title} place={session.placeName} unitId={session.hostUnit.id} save={words.save} />
      <Heading>{words.saved}</Heading>
      {failed && <Notice tone={failed.failure === 'offline' ? 'quiet' : 'attention'} act={{ text: '再试一次', onPress: () => void load({ of: { what: 'event', eventId: session.eventId } }) }}>{failed.failure === 'offline' ? words.noSignal : wordsOf(failed, listRefusals)}</Notice>}
      {photos?.length === 0 && <View className={css.note}>{words.none}</View>}
      {(photos ?? []).map((photo, index) => (
        <View key={photo.photoId} className={css.photo}>
          <Press className={css.large} label={words.large(index + 1, takenWords(photo))} onPress={() => void Taro.previewImage({ current: photo.url, urls: (photos ?? []).map(({ url }) => url) })}>
            <Image className={css.picture} src={photo.url} mode="aspectFill" lazyLoad />
          </Press>
          <View className={css.note}>{takenWords(photo)}</View>
          <ToGroup url={photo.url} sentence={sentence} label={words.toGroup(index + 1)} />
        </View>
      ))}
    </Page>
  )
}
