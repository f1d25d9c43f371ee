/** 发到群里: the photo, and one sentence ready to be pasted. What it says is shown, so that nobody pastes what they have not read. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { PlainButton } from '../../components/plain-button'
import { sharedWords, sharePhoto } from '../../platform/share-photo'
import css from './add-photo.module.scss'
import { words } from './photo-words'

export function ToGroup({ url, sentence, label }: { url: string; sentence: string; label: string }) {
  const [done, setDone] = useState<boolean | null>(null)
  const share = async () => setDone(await sharePhoto(url, sentence, `${sentence.slice(0, 40)}.jpg`))
  return (
    <View>
      <View className={css.save}><PlainButton small icon="share" label={label} onPress={() => void share()}>{words.toGroup}</PlainButton></View>
      {done !== null && <View className={css.note}>{done ? `${sharedWords}“${sentence}”` : words.notShared}</View>}
      {done && <View className={css.note}>{words.noFaces}</View>}
    </View>
  )
}
