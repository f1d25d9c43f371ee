/** One kind of what is kept: line by line, 30 at a time, and why, how long, and for whom. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { TextLink } from '../../../components/text-link'
import css from './index.module.scss'
import type { Kind } from './readable'
import { words } from './wording'

const aTime = 30

export function KindCard({ kind: { title, lines, why, kept, seenBy } }: { kind: Kind }) {
  const [shown, setShown] = useState(aTime)
  const left = lines.length - shown
  return (
    <View>
      <Heading>{title}</Heading>
      <Card>
        {lines.length === 0 && <View>{words.none}</View>}
        {lines.slice(0, shown).map((line, index) => <View key={index} className={css.line}>{line}</View>)}
        {left > 0 && <TextLink label={`${title}，${words.further(left)}`} onPress={() => setShown(shown + aTime)}>{words.further(left)}</TextLink>}
        <View className={css.note}>为什么存：{why}</View>
        <View className={css.note}>存多久：{kept}</View>
        <View className={css.note}>谁看得到：{seenBy}</View>
      </Card>
    </View>
  )
}
