/** 近半年: six bars, the month that runs hollow. Small beside a number for the eye alone; large with its numbers, which are the table of the picture. */
import { View } from '@tarojs/components'
import { a11y } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import type { Bar } from './trend'
import styles from './trend-bars.module.scss'

export function SmallTrend({ bars }: { bars: readonly Bar[] }) {
  return <View className={styles.small}>{bars.map((bar) => <View key={bar.month} className={cx(styles.bar, bar.open && styles.open)} style={{ height: `${bar.height}%` }} />)}</View>
}

export function Trend({ bars, unit }: { bars: readonly Bar[]; unit: string }) {
  return (
    <View className={styles.trend}>
      <View className={styles.heading}>
        <View className={styles.title}>近半年</View>
        {bars.some((bar) => bar.open) && <View className={styles.note}>空心的月份还没过完</View>}
      </View>
      <View className={styles.large} {...a11y({ role: 'table', label: '近半年' })}>
        {bars.map((bar) => (
          <View key={bar.month} className={styles.column} {...a11y({ role: 'row', label: `${bar.title}，${bar.print === null ? '没有计数' : `${bar.print}${unit}`}` })}>
            <View className={styles.print}>{bar.print ?? ''}</View>
            <View className={styles.ground}><View className={cx(styles.bar, bar.open && styles.open)} style={{ height: `${bar.height}%` }} /></View>
            <View className={styles.month}>{bar.title}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
