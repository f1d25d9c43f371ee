/** One day of a list: its leaf beside the cards; in large type above them, with the day in words. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useIsLargeType } from '../theme/type-size'
import { a11y } from './a11y'
import css from './day.module.scss'
import { Leaf } from './leaf'

interface DayProps {
  /** 25 */
  figure: string
  /** 星期三, 今天 */
  under: string
  /** In large type: 后天 over 11月25日 星期三. */
  words: string
  date: string
  today?: boolean
  children: ReactNode
}

export function Day({ figure, under, words, date, today = false, children }: DayProps) {
  const large = useIsLargeType()
  if (!large) {
    return (
      <View className={css.day}>
        <View {...a11y({ role: 'heading', label: `${words}，${date}` })}><Leaf figure={figure} under={under} ink={today} /></View>
        <View className={css.cards}>{children}</View>
      </View>
    )
  }
  return (
    <View className={css.tall}>
      <View className={css.head}>
        <Leaf figure={figure} ink={today} />
        <View {...a11y({ role: 'heading' })}>
          <View className={css.words}>{words}</View>
          <View className={css.date}>{date}</View>
        </View>
      </View>
      <View className={css.cards}>{children}</View>
    </View>
  )
}
