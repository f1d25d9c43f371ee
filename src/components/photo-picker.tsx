/**
 * One picture, or none: never asked for, only offered. Says where it came from, because that is printed with it; that the phone is nearly full,
 * before one is taken; and that the same picture was used elsewhere, before it is used again.
 */
import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { choosePhoto } from '../platform/camera'
import { PhotoTrouble, type MarkOf, type Photo } from '../platform/photo'
import { roomLeft } from '../platform/photo-files'
import { a11y } from './a11y'
import { Confirm } from './confirm'
import { Notice } from './notice'
import css from './photo-picker.module.scss'
import { roomOf, sourceWords, troubleWords, words } from './photo-picker-words'
import { PlainButton } from './plain-button'
import { TextLink } from './text-link'

interface PhotoPickerProps {
  photo: Pick<Photo, 'path' | 'source'> | null
  /** Written into a picture that is taken now. */
  marks: MarkOf
  /** A sentence where the same picture was used for something else. */
  usedBefore?(photo: Photo): string | null
  onChange(photo: Photo | null): void
  /** One was chosen and is made ready; `false` comes after `onChange`, also where none came of it. */
  onDrawing?(isDrawing: boolean): void
}

export function PhotoPicker({ photo, marks, usedBefore, onChange, onDrawing }: PhotoPickerProps) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const [again, setAgain] = useState<{ photo: Photo; sentence: string } | null>(null)
  const [left, setLeft] = useState<number | null>(null)
  const [busy, setBusy] = useState<Photo['source'] | null>(null)
  useEffect(() => { void roomLeft().then(setLeft) }, [])

  const pick = async (source: Photo['source']) => {
    setTrouble(null)
    const now = await roomLeft()
    setLeft(now)
    if (roomOf(now) === 'full') return
    setBusy(source)
    try {
      const picked = await choosePhoto(source, marks, () => onDrawing?.(true))
      const sentence = picked && usedBefore?.(picked)
      if (picked && sentence) setAgain({ photo: picked, sentence })
      else if (picked) onChange(picked)
    } catch (error) {
      setTrouble(troubleWords[error instanceof PhotoTrouble ? error.kind : 'unreadable'])
    }
    setBusy(null)
    onDrawing?.(false)
  }
  const answer = (useIt: boolean) => {
    if (again && useIt) onChange(again.photo)
    setAgain(null)
  }
  if (photo) {
    return (
      <View className={css.row}>
        <Image className={css.picture} src={photo.path} mode="aspectFill" {...a11y({ role: 'img', label: words.picked(sourceWords[photo.source]) })} />
        <View>
          <View className={css.source}>{sourceWords[photo.source]}</View>
          <TextLink label={words.dropLabel} onPress={() => onChange(null)}>{words.drop}</TextLink>
        </View>
      </View>
    )
  }
  const room = roomOf(left)
  return (
    <View>
      {room !== 'enough' && <View className={css.said}><Notice tone="attention">{room === 'full' ? words.full : words.nearlyFull}</Notice></View>}
      <View className={css.row}>
        <PlainButton small icon="photo" busy={busy === 'in-app' && words.drawing} disabled={busy === 'album'} onPress={() => void pick('in-app')}>{words.shoot}</PlainButton>
        <PlainButton small busy={busy === 'album' && words.drawing} disabled={busy === 'in-app'} onPress={() => void pick('album')}>{words.album}</PlainButton>
      </View>
      <View className={css.note}>{words.noFaces}</View>
      {trouble !== null && <View className={css.said}><Notice tone="attention">{trouble}</Notice></View>}
      <Confirm open={again !== null} question={words.usedTitle} words={again?.sentence ?? ''} yes={words.allTheSame} no={words.another} onYes={() => answer(true)} onNo={() => answer(false)} />
    </View>
  )
}
