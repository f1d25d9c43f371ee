/** Photos that lie on this phone: said quietly, with the way to them; louder only where its worker is asked for something. */
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { Notice } from '../../../components/notice'
import { startPhotos } from '../../../stores/photo-queue/photos-of-phone'
import { spaceWords } from '../../photos/photo-words'
import { useOwnPhotos } from '../../photos/use-own-photos'

export function PhotosHere() {
  const photos = useOwnPhotos()
  useEffect(() => void startPhotos(), [])
  if (photos.length === 0) return null
  const asking = photos.filter(({ state }) => state === 'asks' || state === 'refused').length
  const look = { text: '看看', onPress: () => void Taro.navigateTo({ url: '/pages/grid-worker/waiting-photos/index' }) }
  return <Notice tone={asking > 0 ? 'attention' : 'quiet'} act={look}>{asking > 0 ? `${asking} 张照片需要您看一下` : spaceWords(photos)}</Notice>
}
