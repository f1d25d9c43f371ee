/** A grid of things to choose one from; the chosen has an ink ground. */
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import css from './choices.module.scss'
import { cx } from './cx'
import { Press } from './press'

interface ChoicesProps<K extends string> {
  label: string
  items: readonly { key: K; text: string }[]
  chosen: K | null
  onChange(key: K): void
  /** A last one that leads to all of them: 全部 32 项. */
  more?: { text: string; onPress(): void }
}

export function Choices<K extends string>({ label, items, chosen, onChange, more }: ChoicesProps<K>) {
  return (
    <View className={css.grid} {...a11y({ role: 'radiogroup', label })}>
      {items.map(({ key, text }) => (
        <Press key={key} className={cx(css.choice, key === chosen && css.on)} role="radio" label={text} checked={key === chosen} onPress={() => onChange(key)}>{text}</Press>
      ))}
      {more && <Press className={cx(css.choice, css.more)} label={more.text} onPress={more.onPress}>{more.text}</Press>}
    </View>
  )
}
