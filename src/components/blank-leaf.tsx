import { View } from '@tarojs/components'
import css from './blank-leaf.module.scss'
import { cx } from './cx'

/** A leaf with nothing on it; its corner folded when something went wrong. */
export function BlankLeaf({ folded = false }: { folded?: boolean }) {
  return (
    <View className={cx(css.leaf, folded && css.torn)}>
      <View className={css.dash} />
      {folded && <View className={css.fold} />}
    </View>
  )
}
