/** What the person wrote before, newest first, each with its answer. */
import { View } from '@tarojs/components'
import type { MySuggestion } from '#contract/suggestions/suggestion'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Notice } from '../../../components/notice'
import { dayOf, today } from '../../../stores/calendar'
import { spokenDay } from '../../../stores/spoken-time'
import { useMySuggestions } from '../../../stores/suggestions'
import { StaleNotice } from '../../stale-notice'
import css from './index.module.scss'
import { words } from './wording'

export function Mine() {
  const { value, failed, load } = useMySuggestions()
  const again = () => void load({})
  return (
    <View className={css.mine}>
      <Heading>{words.mine}</Heading>
      {failed !== null && value === null && <Notice tone="attention" act={{ text: words.again, onPress: again }}>{words.mineFailed}</Notice>}
      <StaleNotice shown={failed !== null && value !== null} onRetry={again} />
      {value?.suggestions.length === 0 && <View className={css.note}>{words.mineNone}</View>}
      <View className={css.cards}>{value?.suggestions.map((one) => <One key={one.id} one={one} />)}</View>
    </View>
  )
}

function One({ one: { text, unitName, callName, sentAt, answer } }: { one: MySuggestion }) {
  const dayWords = (at: string) => spokenDay(dayOf(at), today())
  const head = [dayWords(sentAt), `${words.to}${unitName}`, ...(callName === null ? [] : [words.signed(callName)])].join('，')
  return (
    <Card>
      <View className={css.note}>{head}</View>
      <View className={css.text}>{text}</View>
      {answer === null && <View className={css.waiting}>{words.waiting}</View>}
      {answer && (
        <View className={css.answer}>
          <View className={css.answered}>{words.answered}，{dayWords(answer.at)}</View>
          <View className={css.text}>{answer.text}</View>
        </View>
      )}
    </Card>
  )
}
