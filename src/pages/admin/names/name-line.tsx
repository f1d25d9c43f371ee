/** One party of the 名单. */
import { View } from '@tarojs/components'
import type { Output } from '#contract/call'
import type { eventNames } from '#contract/registrations/names'
import { TextLink } from '../../../components/text-link'
import css from './index.module.scss'
import { words } from './wording'

export type NameRow = Output<typeof eventNames>['rows'][number]

export function NameLine({ row, onCall, onLeave }: { row: NameRow; onCall(): void; onLeave(): void }) {
  const { callName, building, phone, partySize, children, onBehalf } = row
  return (
    <View className={css.line}>
      <View className={css.what}>
        <View className={css.name}>{building === null ? callName : `${callName}，${building}`}</View>
        <View className={css.note}>{[words.people(partySize, children), ...(onBehalf ? [words.onBehalf] : []), ...(phone === null ? [] : [phone])].join('，')}</View>
      </View>
      <View className={css.acts}>
        {phone !== null && <TextLink label={words.callOf(callName)} onPress={onCall}>{words.call}</TextLink>}
        {onBehalf && <TextLink label={words.cancelOf(callName)} onPress={onLeave}>{words.cancel}</TextLink>}
      </View>
    </View>
  )
}
