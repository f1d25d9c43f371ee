/** The day as a leaf of a calendar. Today or the chosen one has an ink ground; one that can be chosen is a button. */
import { View } from '@tarojs/components'
import { cx } from './cx'
import css from './leaf.module.scss'
import { Press } from './press'

export interface LeafProps {
  /** fact 44×52, list 56×68, event 112×138; they grow with large type. */
  size?: 'fact' | 'list' | 'event'
  /** The day, or the month's number. */
  figure: string
  /** 星期三, 今天, 月. */
  under?: string
  /** 11 月; only where there is room for it. */
  above?: string
  ink?: boolean
  /** Makes it a choice; `label` is what is heard. */
  onPress?: () => void
  label?: string
}

export function Leaf({ size = 'list', figure, under, above, ink = false, onPress, label }: LeafProps) {
  const className = cx(css.leaf, css[size], ink && css.ink)
  const content = (
    <>
      {above !== undefined && <View className={css.above}>{above}</View>}
      <View className={css.figure}>{figure}</View>
      {under !== undefined && <View className={css.under}>{under}</View>}
    </>
  )
  if (!onPress) return <View className={className}>{content}</View>
  return <Press className={className} role="radio" checked={ink} label={label ?? `${figure} ${under ?? ''}`} onPress={onPress}>{content}</Press>
}
