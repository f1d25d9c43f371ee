/** One picture, or none: never asked for, only offered. Says where it came from, because that is printed with it. */
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { canShoot, choosePhoto } from '../platform/camera'
import type { Photo } from '../platform/photo'
import { a11y } from './a11y'
import { Icon } from './icon'
import css from './photo-picker.module.scss'
import { PlainButton } from './plain-button'
import { TextLink } from './text-link'

interface PhotoPickerProps {
  photo: Pick<Photo, 'path' | 'source'> | null
  onChange(photo: Photo | null): void
}

const sourceWords: Record<Photo['source'], string> = { 'in-app': '应用内拍摄', album: '相册导入' }

export function PhotoPicker({ photo, onChange }: PhotoPickerProps) {
  const [unread, setUnread] = useState(false)
  const pick = async (source: Photo['source']) => {
    try {
      const picked = await choosePhoto(source)
      setUnread(false)
      if (picked) onChange(picked)
    } catch {
      setUnread(true)
    }
  }
  if (photo) {
    return (
      <View className={css.row}>
        <Image className={css.picture} src={photo.path} mode="aspectFill" {...a11y({ role: 'img', label: `选好的照片，${sourceWords[photo.source]}` })} />
        <View>
          <View className={css.source}>{sourceWords[photo.source]}</View>
          <TextLink label="不要这张照片" onPress={() => onChange(null)}>不要这张</TextLink>
        </View>
      </View>
    )
  }
  return (
    <View>
      <View className={css.row}>
        {canShoot && <PlainButton small icon="photo" onPress={() => void pick('in-app')}>拍一张</PlainButton>}
        <PlainButton small icon="photo" onPress={() => void pick('album')}>{canShoot ? '从相册选' : '选一张照片'}</PlainButton>
      </View>
      {unread && <View className={css.unread}><Icon name="attention" />这张照片读不出来，换一张试试。</View>}
    </View>
  )
}
