/** White with a hairline, no shadow. With `onPress` all of it is one button. A `band` closes it at the bottom: 已报名，2 人. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cx } from './cx'
import css from './card.module.scss'
import { Press } from './press'

interface CardProps {
  children: ReactNode
  band?: ReactNode
  /** The band in 青: it happened. */
  done?: boolean
  /** An ink edge: what goes on now. */
  now?: boolean
  /** No padding above and below, for Lines. */
  flat?: boolean
  onPress?: () => void
  /** What is heard instead of everything in it. */
  label?: string
}

export function Card({ children, band, done = false, now = false, flat = false, onPress, label }: CardProps) {
  const className = cx(css.card, now && css.now, onPress && css.press)
  const content = (
    <>
      <View className={cx(css.inside, flat && css.flat)}>{children}</View>
      {Boolean(band) && <View className={cx(css.band, done && css.done)}>{band}</View>}
    </>
  )
  return onPress ? <Press className={className} label={label} onPress={onPress}>{content}</Press> : <View className={className}>{content}</View>
}
