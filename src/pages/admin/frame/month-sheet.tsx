/** 换月: a step back or on, or one of the past months by name. */
import { View } from '@tarojs/components'
import { monthTitle, monthsUntil, shiftMonth } from '../figures/months'
import { cx } from '../../../components/cx'
import { Press } from '../../../components/press'
import styles from './sheets.module.scss'

interface Props { month: string; thisMonth: string; onChoose(month: string): void }

export function MonthChoices({ month, thisMonth, onChoose }: Props) {
  const newest = month > thisMonth ? month : thisMonth
  const months = monthsUntil(newest, 12)
  const listed = months.includes(month) ? months : [...months, month]
  return (
    <View>
      <View className={styles.steps}>
        <Press className={cx(styles.step)} onPress={() => onChoose(shiftMonth(month, -1))}>上个月</Press>
        <Press className={cx(styles.step)} onPress={() => onChoose(shiftMonth(month, 1))}>下个月</Press>
      </View>
      {listed.map((one) => <Choice key={one} name={monthTitle(one)} chosen={one === month} onChoose={() => onChoose(one)} />)}
    </View>
  )
}

export function Choice({ name, chosen, onChoose }: { name: string; chosen: boolean; onChoose(): void }) {
  return (
    <Press className={cx(styles.choice, chosen && styles.chosen)} label={chosen ? `${name}，正在看` : name} onPress={onChoose}>
      <View className={styles.name}>{name}</View>
      {chosen && <View className={styles.now}>正在看</View>}
    </Press>
  )
}
