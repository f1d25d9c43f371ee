/** 一行几人: adults and children, together no more than there is room for. Children are counted, never named. */
import { View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { Stepper } from '../../../components/stepper'
import css from './party-steppers.module.scss'

export interface Party { adults: number; children: number }
interface Props { party: Party; most: number; onChange(party: Party): void; me: boolean }

export function PartySteppers({ party: { adults, children }, most, onChange, me }: Props) {
  if (most === 1) return <View className={css.note}>这个活动一人报一个名额。</View>
  return (
    <View className={css.party}>
      <View className={css.half}>
        <Heading as="label">{me ? '几位大人，连您在内' : '几位大人'}</Heading>
        <Stepper label="大人" value={adults} onChange={(value) => onChange({ adults: value, children })} min={1} max={Math.max(1, most - children)} unit="位" />
      </View>
      <View className={css.half}>
        <Heading as="label">带几个孩子</Heading>
        <Stepper label="孩子" value={children} onChange={(value) => onChange({ adults, children: value })} min={0} max={Math.max(0, most - adults)} unit="个" />
      </View>
      <View className={css.note}>一起最多 {most} 人</View>
    </View>
  )
}
