/** What a report that was handed in says of itself beside its text: who is missing, and by what it can be checked. */
import { View } from '@tarojs/components'
import type { Report } from '#contract/reports/report'
import css from './way-up.module.scss'
import { words } from './wording'

export function Proof({ report: { missing, handedIn } }: { report: Report }) {
  const checkpoint = handedIn?.approval?.checkpoint
  if (missing.length === 0 && !handedIn) return null
  return (
    <View className={css.proof}>
      {missing.map(({ unit, reason }) => <View key={unit.id}>{words.missing(unit.name, reason)}</View>)}
      {handedIn && <View>{words.proofNote(handedIn.n)}<View className={css.code}>{handedIn.hash}</View></View>}
      {checkpoint && <View>{words.auditAt(checkpoint.chain, checkpoint.n)}<View className={css.code}>{checkpoint.hash}</View></View>}
    </View>
  )
}
