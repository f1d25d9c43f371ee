/** One text with its answer, if it has one. */
import { View } from '@tarojs/components'
import type { SuggestionToAnswer } from '#contract/suggestions/suggestion'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { today } from '../../../stores/calendar'
import css from './index.module.scss'
import { whenWords, words } from './wording'

export function Line({ one, onAnswer }: { one: SuggestionToAnswer; onAnswer(): void }) {
  const { text, callName, sentAt, answer } = one
  return (
    <View className={css.line}>
      <View className={css.note}>{whenWords(sentAt, today())}，{callName ?? words.unsigned}</View>
      <View className={css.text}>{text}</View>
      {answer && (
        <View className={css.answer}>
          <View className={css.answered}>{words.by}，{whenWords(answer.at, today())}</View>
          <View className={css.text}>{answer.text}</View>
        </View>
      )}
      <View className={css.act}>
        {answer
          ? <TextLink label={words.about(words.change, text)} onPress={onAnswer}>{words.change}</TextLink>
          : <PlainButton small strong label={words.about(words.answer, text)} onPress={onAnswer}>{words.answer}</PlainButton>}
      </View>
    </View>
  )
}
