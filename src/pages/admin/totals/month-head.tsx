/** The month as a leaf, as of when, and the two things one does with it. */
import { View } from '@tarojs/components'
import { Leaf } from '../../../components/leaf'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { monthNumber } from '../../../stores/calendar'
import { monthTitle } from '../figures/months'
import styles from './month-head.module.scss'
import { words } from './wording'

interface Props {
  month: string
  asOf: string | null
  loading: boolean
  onMonth(): void
  onRefresh(): void
  onSwitchUnit: (() => void) | null
}

export function MonthHead({ month, asOf, loading, onMonth, onRefresh, onSwitchUnit }: Props) {
  return (
    <View className={styles.head}>
      <View className={styles.when}>
        <Leaf figure={String(monthNumber(month))} under="月" />
        <View className={styles.words}>
          <View className={styles.title}>{monthTitle(month)}</View>
          {asOf !== null && <View className={styles.asOf}>{asOf}</View>}
        </View>
      </View>
      <View className={styles.acts}>
        {onSwitchUnit && <TextLink onPress={onSwitchUnit}>换单位</TextLink>}
        <PlainButton small onPress={onMonth}>{words.otherMonth}</PlainButton>
        <PlainButton small busy={loading && asOf !== null ? words.refreshing : false} onPress={onRefresh}>{words.refresh}</PlainButton>
      </View>
    </View>
  )
}
