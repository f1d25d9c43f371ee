/** One item of a checklist: done or not, and by what. */
import { View } from '@tarojs/components'
import type { Output } from '#contract/call'
import { eventKinds } from '#contract/events/kinds'
import type { campaignStanding } from '#contract/events/campaigns'
import type { TickedFact } from '#contract/events/campaign'
import { Icon } from '../../../components/icon'
import { TextLink } from '../../../components/text-link'
import { dayWords } from '../figures/months'
import css from './index.module.scss'
import { words } from './wording'

export type Item = Output<typeof campaignStanding>['checklists'][number]['items'][number]

interface Props { item: Item; number: number; unitId: string; onTag(): void }

export function ItemLine({ item, number, unitId, onTag }: Props) {
  return (
    <View className={css.item}>
      <View className={css.head}>
        <View className={css.number}>{number}.</View>
        <View className={css.text}>{item.text}</View>
        {item.ticked ? <View className={css.done}><Icon name="tick" />{words.ticked}</View> : <View className={css.open}>{words.open}</View>}
      </View>
      {item.facts.length > 0 && <View className={css.facts}>{item.facts.map((fact) => <View key={`${fact.what} ${fact.id}`} className={css.note}>{factWords(fact, unitId)}</View>)}</View>}
      <View className={css.link}><TextLink label={words.chooseOf(item.text)} onPress={onTag}>{words.choose}</TextLink></View>
    </View>
  )
}

/** 11月27日，戏曲晚会（文艺汇演），要办的. */
export function factWords({ on, title, kind, unit, done, what }: TickedFact, unitId: string): string {
  return [
    dayWords(on), kind === null ? `${title}（${words.entry}）` : `${title}（${eventKinds[kind].zh}）`, ...(unit.id === unitId ? [] : [unit.name]), ...(done || what === 'entry' ? [] : [words.planned]),
  ].join('，')
}
