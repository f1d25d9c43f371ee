/** Above the paper: which month, as of when, and another month. */
import { View } from '@tarojs/components'
import type { ReportState } from '#contract/reports/way-up'
import { TextLink } from '../../../components/text-link'
import { monthTitle } from '../figures/months'
import styles from './report-head.module.scss'
import { stateWords, words } from './wording'

interface Props { month: string; state: ReportState; asOf: string; onMonth(): void; onSwitchUnit: (() => void) | null }

export function ReportHead({ month, state, asOf, onMonth, onSwitchUnit }: Props) {
  return (
    <View className={styles.head}>
      <View className={styles.words}>{monthTitle(month)}，{stateWords[state]}，{asOf}</View>
      <View className={styles.acts}>
        {onSwitchUnit && <TextLink onPress={onSwitchUnit}>换单位</TextLink>}
        <TextLink onPress={onMonth}>{words.otherMonth}</TextLink>
      </View>
    </View>
  )
}
