/** A librarian's date stamp for what happened: 已报名, 已签到, 佐证. Rectangular, slightly turned, 青; never round, never red. */
import { View } from '@tarojs/components'
import { cx } from './cx'
import css from './stamp.module.scss'

export function Stamp({ word, at, large = false }: { word: string; at: string; large?: boolean }) {
  return (
    <View className={cx(css.stamp, large && css.large)}>
      <View>{word}</View>
      <View className={css.at}>{at}</View>
    </View>
  )
}
