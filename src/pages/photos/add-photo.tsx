/** A photo more for an event or a sheet: picked, looked at, kept on this phone, and on its way. What waits stands below. */
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { TiedTo } from '#contract/evidence/attach'
import { Notice } from '../../components/notice'
import { PhotoPicker } from '../../components/photo-picker'
import { PlainButton } from '../../components/plain-button'
import type { Photo } from '../../platform/photo'
import { markFor } from '../../stores/photo-queue/mark'
import { keepPhoto, startPhotos, wasUsed } from '../../stores/photo-queue/photos-of-phone'
import { isSameTie } from '../../stores/photo-queue/stored-photo'
import css from './add-photo.module.scss'
import { keptWords, usedWords, words } from './photo-words'
import { useOwnPhotos } from './use-own-photos'
import { WaitingPhoto } from './waiting-photo'

interface AddPhotoProps {
  tiedTo: TiedTo
  /** What the photo is for, in words: 戏曲晚会. */
  title: string
  /** The name of the place, and whose it is. */
  place: string
  unitId: string | null
  save: string
}

export function AddPhoto({ tiedTo, title, place, unitId, save }: AddPhotoProps) {
  const all = useOwnPhotos()
  const waiting = all.filter((one) => isSameTie(one.tiedTo, tiedTo))
  const [picked, setPicked] = useState<Photo | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => void startPhotos(), [])
  const [keeping, setKeeping] = useState(false)
  const isKeeping = useRef(false)
  const keep = async () => {
    if (!picked || isKeeping.current) return
    isKeeping.current = true
    setKeeping(true)
    const kept = await keepPhoto(picked, tiedTo, title).catch(() => ({ ok: false, failure: 'no-room' }) as const)
    isKeeping.current = false
    setKeeping(false)
    setTrouble(kept.ok ? null : keptWords[kept.failure])
    if (kept.ok) setPicked(null)
  }
  return (
    <View>
      <PhotoPicker photo={picked} marks={markFor(place, unitId)} usedBefore={(photo) => { const used = wasUsed(photo, tiedTo); return used && usedWords(used) }} onChange={(photo) => { setTrouble(null); setPicked(photo) }} />
      {picked && <View className={css.save}><PlainButton fill strong busy={keeping && words.keeping} onPress={() => void keep()}>{save}</PlainButton></View>}
      {trouble !== null && <View className={css.save}><Notice tone="attention">{trouble}</Notice></View>}
      {waiting.map((photo) => <WaitingPhoto key={photo.recordId} photo={photo} />)}
      {waiting.length > 0 && <View className={css.note}>{words.warning}</View>}
    </View>
  )
}
