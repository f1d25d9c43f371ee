/** Something went wrong: a leaf with its corner folded, what happened, what is safe, and once more. */
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { BlankLeaf } from './blank-leaf'
import { MainButton } from './main-button'
import css from './mid-leaf.module.scss'
import { PlainButton } from './plain-button'
import { TextLink } from './text-link'

export interface ErrorLeafProps {
  /** What happened: 没连上网. */
  title: string
  /** What is safe, or what one can do without it. */
  words?: string
  onRetry?: () => void
  /** The screen has its main act elsewhere; once more is then not red. */
  beside?: boolean
  /** What one can do meanwhile. */
  meanwhile?: { text: string; onPress(): void }
}

export function ErrorLeaf({ title, words, onRetry, beside = false, meanwhile }: ErrorLeafProps) {
  return (
    <View className={css.mid}>
      <BlankLeaf folded />
      <View className={css.title} {...a11y({ role: 'alert' })}>{title}</View>
      <View className={css.words}>{words}</View>
      {onRetry && <View className={css.act}>{beside ? <PlainButton fill icon="again" onPress={onRetry}>再试一次</PlainButton> : <MainButton icon="again" onPress={onRetry}>再试一次</MainButton>}</View>}
      {meanwhile && <TextLink onPress={meanwhile.onPress}>{meanwhile.text}</TextLink>}
    </View>
  )
}
