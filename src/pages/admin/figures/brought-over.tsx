/** 引 or 纸 in a small frame, and the figure that was brought over: beside what was counted, never in it. */
import { Text, View } from '@tarojs/components'
import type { Brought } from './figure-rows'
import styles from './brought-over.module.scss'

export function BroughtOver({ of: { print, mark }, unit }: { of: Brought; unit: string }) {
  return (
    <View className={styles.brought}>
      <Text className={styles.mark}>{mark}</Text>
      <Text className={styles.print}>{print}{unit}</Text>
    </View>
  )
}
