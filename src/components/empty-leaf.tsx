/** Nothing here: a blank leaf, one sentence, the next useful thing. */
import { View } from '@tarojs/components'
import { BlankLeaf } from './blank-leaf'
import css from './mid-leaf.module.scss'
import { PlainButton } from './plain-button'

interface EmptyLeafProps {
  title: string
  words?: string
  next?: { text: string; onPress(): void }
}

export function EmptyLeaf({ title, words, next }: EmptyLeafProps) {
  return (
    <View className={css.mid}>
      <BlankLeaf />
      <View className={css.title}>{title}</View>
      <View className={css.words}>{words}</View>
      {next && <PlainButton onPress={next.onPress}>{next.text}</PlainButton>}
    </View>
  )
}
