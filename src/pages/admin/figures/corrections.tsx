/** 更正 of a closed month: beside its figures, never among them. What was, what is, and why. */
import { Text, View } from '@tarojs/components'
import type { Corrections } from '#contract/reports/correction'
import { a11y } from '../../../components/a11y'
import { correctionWords as words, whyWords } from './corrections-wording'
import css from './corrections.module.scss'
import { printTold } from './told'
import { dayWords, monthTitle } from './months'

export function CorrectionList({ of, note }: { of: Corrections; note: string }) {
  return (
    <View className={css.corrections} {...a11y({ role: 'region', label: words.title(monthTitle(of.month)) })}>
      <View className={css.title}>{words.title(monthTitle(of.month))}</View>
      <View className={css.note}>{note}</View>
      {of.figures.map((figure) => (
        <View key={figure.name} className={css.figure}>
          <Text className={css.name}>{figure.zh}</Text>
          <Change was={printTold(figure.was, figure.unit, figure.money)} now={printTold(figure.now, figure.unit, figure.money)} />
        </View>
      ))}
      {of.lines.map((line) => (
        <View key={`${line.what} ${line.id} ${line.unitName}`} className={css.line}>
          <View className={css.what}>{dayWords(line.on)} {line.title}</View>
          <View className={css.small}>{line.unitName} · {whyWords[line.why]}{line.reason === null ? '' : ` · ${line.reason}`}</View>
          <Change was={printTold(line.was, line.measure, line.money)} now={printTold(line.now, line.measure, line.money)} />
        </View>
      ))}
      {of.notListed > 0 && <View className={css.small}>{words.notListed(of.notListed)}</View>}
    </View>
  )
}

function Change({ was, now }: { was: string; now: string }) {
  return <View className={css.change}><Text className={css.small}>{words.was} </Text>{was}<Text className={css.small}>，{words.now} </Text>{now}</View>
}
