/** Views of one list, with how many each holds: 未到 15 · 已到 31 · 全部 46. */
import { Text, View } from '@tarojs/components'
import { a11y } from './a11y'
import { cx } from './cx'
import { Press } from './press'
import css from './tabs.module.scss'

interface TabsProps<K extends string> {
  items: readonly { key: K; text: string; count?: number }[]
  current: K
  onChange(key: K): void
}

export function Tabs<K extends string>({ items, current, onChange }: TabsProps<K>) {
  return (
    <View className={css.tabs} {...a11y({ role: 'tablist' })}>
      {items.map(({ key, text, count }) => (
        <Press key={key} className={cx(css.tab, key === current && css.on)} role="tab" label={`${text}${count === undefined ? '' : ` ${count}`}`} selected={key === current} onPress={() => onChange(key)}>
          {text}{count !== undefined && <Text className={css.count}> {count}</Text>}
        </Press>
      ))}
    </View>
  )
}
