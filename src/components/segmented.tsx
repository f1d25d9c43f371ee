/** One of a few, side by side on a quiet track. */
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { cx } from './cx'
import { Press } from './press'
import css from './segmented.module.scss'

interface SegmentedProps<K extends string> {
  label: string
  items: readonly { key: K; text: string }[]
  chosen: K
  onChange(key: K): void
}

export function Segmented<K extends string>({ label, items, chosen, onChange }: SegmentedProps<K>) {
  return (
    <View className={css.track} {...a11y({ role: 'radiogroup', label })}>
      {items.map(({ key, text }) => (
        <Press key={key} className={cx(css.part, key === chosen && css.on)} role="radio" label={text} checked={key === chosen} onPress={() => onChange(key)}>{text}</Press>
      ))}
    </View>
  )
}
