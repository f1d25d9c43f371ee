/** One photo that is not with the community yet: the picture, why it waits, and what its worker can do. */
import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { a11y } from '../../components/a11y'
import { Confirm } from '../../components/confirm'
import { Notice } from '../../components/notice'
import { TextLink } from '../../components/text-link'
import { photoAddress } from '../../platform/photo-files'
import { letPhotoGo, putPhotoBack, sendPhotos, takePhotoEvenSo, usePhotoQueue } from '../../stores/photo-queue/photos-of-phone'
import type { WaitingPhoto as Waiting } from '../../stores/photo-queue/stored-photo'
import { elsewhereWords, takenWords, troubleWords, words } from './photo-words'
import css from './waiting-photo.module.scss'

/** `titled`: says what it is for, where the page does not. */
export function WaitingPhoto({ photo, titled = false }: { photo: Waiting; titled?: boolean }) {
  const [dropping, setDropping] = useState(false)
  const address = useAddress(photo.recordId)
  const taken = takenWords(photo)
  return (
    <View className={css.photo}>
      {address !== null && <Image className={css.picture} src={address} mode="aspectFill" {...a11y({ role: 'img', label: words.large(taken) })} />}
      <View className={css.words}>
        {titled && <View className={css.title}>{photo.title}</View>}
        <View className={css.note}>{taken}</View>
        <State photo={photo} onDrop={() => setDropping(true)} />
      </View>
      <Confirm open={dropping} question={words.dropQuestion} words={words.dropWords} yes={words.dropYes} no={words.dropNo} onYes={() => void letPhotoGo(photo.recordId)} onNo={() => setDropping(false)} />
    </View>
  )
}

function State({ photo, onDrop }: { photo: Waiting; onDrop(): void }) {
  const held = usePhotoQueue(({ held: why }) => why)
  const { state, recordId, refused, failed, elsewhere } = photo
  if (state === 'asks' && elsewhere) {
    return (
      <>
        <Notice tone="attention">{elsewhereWords(elsewhere)}</Notice>
        <View className={css.acts}>
          <TextLink onPress={() => void takePhotoEvenSo(recordId)}>{words.allTheSame}</TextLink>
          <TextLink onPress={() => void letPhotoGo(recordId)}>{words.another}</TextLink>
        </View>
      </>
    )
  }
  if (refused) {
    return (
      <>
        <Notice tone="attention">{troubleWords(refused)}</Notice>
        <View className={css.acts}>
          <TextLink onPress={() => void putPhotoBack(recordId)}>{words.again}</TextLink>
          <TextLink onPress={onDrop}>{words.drop}</TextLink>
        </View>
      </>
    )
  }
  if (state === 'sending') return <View className={css.note}>{words.sending}</View>
  const trouble = failed ?? (held?.failure === 'offline' ? held : null)
  return (
    <>
      <View className={css.note}>{trouble ? troubleWords(trouble) : held?.failure === 'wifi-only' ? words.wifi : words.waiting}</View>
      <View className={css.acts}>
        {trouble && <TextLink onPress={() => void sendPhotos()}>{words.again}</TextLink>}
        <TextLink onPress={onDrop}>{words.drop}</TextLink>
      </View>
    </>
  )
}

function useAddress(recordId: string): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let shown: string | null = null
    void photoAddress(recordId).then((found) => { shown = found; setAddress(found) }, () => setAddress(null))
    return () => { if (shown?.startsWith('blob:')) URL.revokeObjectURL(shown) }
  }, [recordId])
  return address
}
