/** Filters in one row: the chosen of the first kind has an ink ground, of the second an underline, so that two rows can stand in one. */
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import css from './chips.module.scss'
import { cx } from './cx'
import { Press } from './press'

interface ChipsProps<K extends string> {
  /** What is chosen here: 时间, 类别. */
  label: string
  items: readonly { key: K; text: string }[]
  chosen: K
  onChange(key: K): void
  look?: 'ground' | 'underline'
}

export function Chips<K extends string>({ label, items, chosen, onChange, look = 'ground' }: ChipsProps<K>) {
  return (
    <View className={css.row} {...a11y({ role: 'radiogroup', label })}>
      {items.map(({ key, text }) => (
        <Press key={key} className={cx(css.chip, css[look], key === chosen && css.on)} role="radio" label={`${label}，${text}`} checked={key === chosen} onPress={() => onChange(key)}>
          <View className={css.words}>{text}</View>
        </Press>
      ))}
    </View>
  )
}
