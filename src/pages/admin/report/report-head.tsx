/** Above the paper: which month or days, as of when; other ones, and the way to change its words. */
import { View } from '@tarojs/components'
import type { ReportState } from '#contract/reports/way-up'
import { TextLink } from '../../../components/text-link'
import styles from './report-head.module.scss'
import { stateWords, words } from './wording'

interface Props { when: string; state: ReportState; asOf: string; onMonth(): void; onDays(): void; onEdit: (() => void) | null; onSwitchUnit: (() => void) | null }

export function ReportHead({ when, state, asOf, onMonth, onDays, onEdit, onSwitchUnit }: Props) {
  return (
    <View className={styles.head}>
      <View className={styles.words}>{when}，{stateWords[state]}，{asOf}</View>
      <View className={styles.acts}>
        {onSwitchUnit && <TextLink onPress={onSwitchUnit}>换单位</TextLink>}
        <TextLink onPress={onMonth}>{words.otherMonth}</TextLink>
        <TextLink onPress={onDays}>{words.days}</TextLink>
        {onEdit && <TextLink onPress={onEdit}>{words.edit}</TextLink>}
      </View>
    </View>
  )
}
