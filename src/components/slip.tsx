/** A whole leaf, torn off to take along: the day one is registered for, stamped, with a stub under the tear. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import css from './slip.module.scss'
import { Stamp } from './stamp'

interface SlipProps {
  /** 十一月 */
  month: string
  /** 25 */
  day: string
  weekday: string
  /** 上午九点半 */
  time: string
  title: string
  place: string
  stamp: { word: string; at: string }
  /** Under the tear: who comes, the entry code. */
  stub?: ReactNode
}

export function Slip({ month, day, weekday, time, title, place, stamp, stub }: SlipProps) {
  return (
    <View>
      <View className={css.slip}>
        <View className={css.top}><View>{month}</View><View>{weekday}</View></View>
        <View className={css.day}>{day}</View>
        <View className={css.stamp}><Stamp large word={stamp.word} at={stamp.at} /></View>
        <View className={css.time}>{time}</View>
        <View className={css.title}>{title}</View>
        <View className={css.place}><Icon name="door" /><View>{place}</View></View>
      </View>
      {Boolean(stub) && <View className={css.stub}>{stub}</View>}
    </View>
  )
}
