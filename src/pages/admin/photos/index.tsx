/** 照片 of one event: who sees each of them. None is public until an admin says so and WeChat has looked. */
import { View } from '@tarojs/components'
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Confirm } from '../../../components/confirm'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Heading } from '../../../components/heading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { loadEventPhotos, showPhoto, useEventPhotos } from '../../../stores/event-photos'
import { wordsOf } from '../../../stores/failure-words'
import { useHostedEvents } from '../../../stores/hosted-events'
import { onPhotoReceipt } from '../../../stores/photo-queue/photos-of-phone'
import { AddPhoto } from '../../photos/add-photo'
import { StaleNotice } from '../../stale-notice'
import { homeOf } from '../frame/rooms'
import css from './index.module.scss'
import { PhotoLine } from './photo-line'
import { useGroupSentence } from './use-group-sentence'
import { useNewsOf } from './use-news-of'
import { listRefusals, words } from './wording'

export default function EventPhotosPage() {
  const eventId = useRouter().params.id ?? ''
  const { eventId: of, photos, failed, wishes } = useEventPhotos()
  const event = useHostedEvents(({ published }) => published?.find(({ id }) => id === eventId))
  const title = event?.title
  const [asking, setAsking] = useState<string | null>(null)
  const [looking, setLooking] = useState(true)
  const [saved, setSaved] = useState(false)
  const ask = () => void loadEventPhotos(eventId)
  useDidShow(() => { setLooking(true); ask() })
  useDidHide(() => setLooking(false))
  useEffect(() => onPhotoReceipt(({ tiedTo }) => {
    if (tiedTo.what !== 'event' || tiedTo.eventId !== eventId) return
    setSaved(true)
    void loadEventPhotos(eventId)
  }), [eventId])
  // What was read of another event does not flash up.
  const shown = of === eventId ? photos : null
  useNewsOf(eventId, looking && (shown ?? []).some((photo) => photo.shown === 'checking'))
  const sentence = useGroupSentence(event)
  const urls = (shown ?? []).map(({ url }) => url)
  const confirm = () => {
    if (asking !== null) void showPhoto(eventId, asking, true)
    setAsking(null)
  }
  return (
    <Page
      title={words.title}
      home={homeOf.events}
      loading={shown === null && failed === null}
      failure={shown === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, listRefusals), onRetry: ask } : null}
    >
      <StaleNotice shown={failed !== null && shown !== null} onRetry={ask} />
      {title !== undefined && <Heading as="display">{title}</Heading>}
      {shown && shown.length > 0 && <View className={css.note}>{words.note}</View>}
      {shown?.length === 0 && <EmptyLeaf title={words.emptyTitle} words={words.emptySentence} />}
      {(shown ?? []).map((photo, index) => (
        <PhotoLine
          key={photo.photoId} photo={photo} number={index + 1} urls={urls} wish={wishes[photo.photoId]} sentence={sentence}
          onShow={() => setAsking(photo.photoId)} onSend={(isPublic) => void showPhoto(eventId, photo.photoId, isPublic)}
        />
      ))}
      {shown && (
        <>
          <Heading>{words.add}</Heading>
          {saved && <Notice tone="done">{words.saved}</Notice>}
          <AddPhoto tiedTo={{ what: 'event', eventId }} title={title ?? words.thisEvent} place={event?.placeName ?? ''} unitId={event?.hostUnit.id ?? null} save={words.save} />
        </>
      )}
      <Confirm open={asking !== null} question={words.question} words={words.questionWords} yes={words.yes} no={words.no} onYes={confirm} onNo={() => setAsking(null)} />
    </Page>
  )
}
