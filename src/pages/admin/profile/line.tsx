/** One line: its name, what stands there, as of when; what stood there before; the way to change it. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ProfileLine } from '#contract/units/profile'
import { TextLink } from '../../../components/text-link'
import css from './index.module.scss'
import { dayInFull, shownWords } from './line-form'
import { words } from './wording'

export function Line({ one, nameOf, onChange }: { one: ProfileLine; nameOf(id: string): string; onChange(): void }) {
  const [open, setOpen] = useState(false)
  const { name, unit, value, asOf, history } = one
  return (
    <View className={css.line}>
      <View className={css.words}>
        <View className={css.name}>{name}</View>
        <View className={value.kind === 'text' || value.kind === 'list' ? css.long : css.value}>{shownWords(value, unit)}</View>
        <View className={css.note}>{value.kind === 'percent' ? `${words.computed(nameOf(value.part), nameOf(value.whole))}，` : ''}{words.asOf(dayInFull(asOf))}</View>
        {open && history.map((before) => <View key={before.at} className={css.note}>{dayInFull(before.asOf)}：{shownWords(before.value, unit)}</View>)}
        {history.length > 0 && !open && <TextLink label={`${name}，${words.history}`} onPress={() => setOpen(true)}>{words.history}</TextLink>}
      </View>
      <TextLink label={words.changeOf(name)} onPress={onChange}>{words.change}</TextLink>
    </View>
  )
}
