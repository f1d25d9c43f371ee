/** One thing that does not fit, and where it is mended. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Finding } from '#contract/totals/checks'
import { TextLink } from '../../../components/text-link'
import { addressOfFacts } from '../facts/address'
import { dayWords } from '../figures/months'
import { addressOfImported } from '../imported-edit/address'
import css from './index.module.scss'
import { sentenceOf, words } from './wording'

interface Props { one: Finding; month: string; /** The unit in scope. */ unitId: string; onCorrect(): void }

export function Line({ one, month, unitId, onCorrect }: Props) {
  const { kind, unit, figure, entry, session, imported } = one
  const on = entry?.on ?? session?.on ?? null
  const where = [on === null ? null : dayWords(on), unit.id === unitId ? null : unit.name].filter((part) => part !== null).join('，')
  const sentence = sentenceOf(one, month)
  const go = (url: string) => void Taro.navigateTo({ url })
  const facts = (name: string) => go(addressOfFacts({ unitId: unit.id, month, figure: name, own: false }))
  const link = (text: string, onPress: () => void) => <TextLink label={`${text}，${sentence}`} onPress={onPress}>{text}</TextLink>
  const isBalance = kind === 'settled-over-found' || kind === 'published-over-written'
  return (
    <View className={css.line}>
      {where !== '' && <View className={css.where}>{where}</View>}
      <View className={css.sentence}>{sentence}</View>
      <View className={css.acts}>
        {isBalance && figure !== null && link(words.seeFacts, () => facts(figure))}
        {isBalance && one.carried === null && link(words.sayCarried, () => go(`/pages/admin/imported/index?year=${Number(month.slice(0, 4)) - 1}`))}
        {entry && link(words.correct, onCorrect)}
        {session && link(words.toSession, () => go(`/pages/grid-worker/roster/index?id=${session.sessionId}`))}
        {imported && figure !== null && link(words.toImported, () => go(addressOfImported({ unit, indicator: figure, period: imported.period }, imported.period.slice(0, 4))))}
      </View>
    </View>
  )
}
