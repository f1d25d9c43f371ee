/** One more photo for the event, from the camera or the album. It stays here until the community has it. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Heading } from '../../../components/heading'
import { Notice } from '../../../components/notice'
import { PhotoPicker } from '../../../components/photo-picker'
import { PlainButton } from '../../../components/plain-button'
import { newPhoto } from '../../../stores/evidence'
import { choosePhotoFor, isHopeless, sendPhotoOf, useEventPhotos } from '../../../stores/event-photos'
import { wordsOf } from '../../../stores/failure-words'
import { photoRefusals } from '../../grid-worker/log-wording'
import css from './index.module.scss'
import { words } from './wording'

export function AddPhoto({ eventId, onAdded }: { eventId: string; onAdded(): void }) {
  const one = useEventPhotos(({ added }) => added[eventId])
  const [saved, setSaved] = useState(false)
  const send = async () => {
    if (!(await sendPhotoOf(eventId))) return
    setSaved(true)
    onAdded()
  }
  return (
    <View>
      <Heading>{words.add}</Heading>
      {saved && !one && <Notice tone="done">{words.saved}</Notice>}
      <View className={css.row}>
        <PhotoPicker photo={one?.draft ?? null} onChange={(photo) => { setSaved(false); if (one?.state !== 'sending') choosePhotoFor(eventId, photo && newPhoto(photo.path, photo.source)) }} />
      </View>
      {one?.failed && <View className={css.state}><Notice tone="attention" {...(isHopeless(one) ? {} : { note: words.stillHere })}>{words.notSaved(wordsOf(one.failed, photoRefusals))}</Notice></View>}
      {one && !isHopeless(one) && <View className={css.row}><PlainButton fill strong busy={one.state === 'sending' && words.saving} onPress={() => void send()}>{one.failed ? words.again : words.save}</PlainButton></View>}
    </View>
  )
}
