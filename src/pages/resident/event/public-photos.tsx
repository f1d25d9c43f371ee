/** What an event looked like of which a session is over: the photos that everybody may see. Without any, or without a network, nothing. */
import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { Image, View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { Press } from '../../../components/press'
import { usePublicPhotos } from '../../../stores/evidence'
import css from './public-photos.module.scss'

export function PublicPhotos({ eventId }: { eventId: string }) {
  const { input, value, load } = usePublicPhotos()
  useEffect(() => { void load({ eventId }) }, [eventId])
  const photos = input?.eventId === eventId ? value?.photos ?? [] : []
  if (photos.length === 0) return null
  const urls = photos.map(({ url }) => url)
  return (
    <View>
      <Heading>现场照片</Heading>
      <View className={css.grid}>
        {photos.map(({ photoId, url }, index) => (
          <Press key={photoId} className={css.photo} label={`第 ${index + 1} 张照片，点开看大图`} onPress={() => void Taro.previewImage({ current: url, urls })}>
            <Image className={css.picture} src={url} mode="aspectFill" lazyLoad />
          </Press>
        ))}
      </View>
    </View>
  )
}
