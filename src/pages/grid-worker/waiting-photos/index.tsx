/** 待上传的照片: what lies on this phone and is not with the community yet, and over which network it may go. */
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { setWifiOnly, startPhotos, usePhotoQueue, useWifiOnly } from '../../../stores/photo-queue/photos-of-phone'
import { spaceWords, words as photoWords } from '../../photos/photo-words'
import { WaitingPhoto } from '../../photos/waiting-photo'
import { useOwnPhotos } from '../../photos/use-own-photos'
import css from './index.module.scss'
import { words } from './wording'

export default function WaitingPhotosPage() {
  const photos = useOwnPhotos()
  const held = usePhotoQueue((state) => state.held)
  const wifiOnly = useWifiOnly(({ on }) => on)
  useDidShow(() => void startPhotos())
  return (
    <Page title={words.title} home="/pages/grid-worker/today/index">
      {photos.length === 0
        ? <EmptyLeaf title={words.emptyTitle} words={words.emptySentence} />
        : (
          <>
            <Heading as="label">{spaceWords(photos)}</Heading>
            {held?.failure === 'wifi-only' && <Notice>{photoWords.wifi}</Notice>}
            <Lines>{photos.map((photo) => <WaitingPhoto key={photo.recordId} photo={photo} titled />)}</Lines>
            <View className={css.note}>{photoWords.warning}</View>
          </>
        )}
      <Heading as="label">{words.when}</Heading>
      <Segmented label={words.when} items={[{ key: 'any', text: words.any }, { key: 'wifi', text: words.wifi }]} chosen={wifiOnly ? 'wifi' : 'any'} onChange={(key) => setWifiOnly(key === 'wifi')} />
    </Page>
  )
}
