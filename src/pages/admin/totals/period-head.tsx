/** The time as a leaf, as of when, and the two things one does with it. */
import { View } from '@tarojs/components'
import { Leaf } from '../../../components/leaf'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { leafOf, periodTitle } from '../figures/periods'
import styles from './period-head.module.scss'
import { words } from './wording'

interface Props {
  period: string
  asOf: string | null
  loading: boolean
  onPeriod(): void
  onRefresh(): void
  onSwitchUnit: (() => void) | null
}

export function PeriodHead({ period, asOf, loading, onPeriod, onRefresh, onSwitchUnit }: Props) {
  const leaf = leafOf(period)
  return (
    <View className={styles.head}>
      <View className={styles.when}>
        <Leaf figure={leaf.figure} under={leaf.under} />
        <View className={styles.words}>
          <View className={styles.title}>{periodTitle(period)}</View>
          {asOf !== null && <View className={styles.asOf}>{asOf}</View>}
        </View>
      </View>
      <View className={styles.acts}>
        {onSwitchUnit && <TextLink onPress={onSwitchUnit}>换单位</TextLink>}
        <PlainButton small onPress={onPeriod}>{words.otherPeriod}</PlainButton>
        <PlainButton small busy={loading && asOf !== null ? words.refreshing : false} onPress={onRefresh}>{words.refresh}</PlainButton>
      </View>
    </View>
  )
}
