/** Where the place lies on a map: picked on WeChat's, or as two numbers. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { TextField } from '../../../components/text-field'
import { choosePlace, choosePlaceAct } from '../../../platform/choose-place'
import styles from './event-fields.module.scss'
import type { EventForm } from './event-form'
import { words } from './wording'

interface Props { form: EventForm; wrong: string | null; onChange(part: Partial<EventForm>): void }

export function PlaceField({ form, wrong, onChange }: Props) {
  const [trouble, setTrouble] = useState(false)
  const choose = async () => {
    setTrouble(false)
    try {
      const place = await choosePlace()
      if (place) onChange({ point: `${place.point.latitude}，${place.point.longitude}`, ...(form.placeName.trim() === '' && { placeName: place.name.slice(0, 40) }) })
    } catch {
      setTrouble(true)
    }
  }
  return (
    <View>
      <TextField label={words.point} value={form.point} placeholder={words.pointExample} hint={words.pointHint} maxLength={40} wrong={wrong} onChange={(point) => onChange({ point })} />
      {choosePlaceAct !== null && <View className={styles.must}><PlainButton small icon="place" onPress={() => void choose()}>{choosePlaceAct}</PlainButton></View>}
      {trouble && <Notice tone="attention">{words.noMap}</Notice>}
    </View>
  )
}
