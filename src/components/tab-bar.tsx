/** The two to four rooms of a role, at the bottom. */
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import { Press } from './press'
import css from './tab-bar.module.scss'

interface TabBarProps<K extends string> {
  items: readonly { key: K; text: string; icon: IconName }[]
  current: K
  onChange(key: K): void
}

export function TabBar<K extends string>({ items, current, onChange }: TabBarProps<K>) {
  return (
    <View className={css.bar} {...a11y({ role: 'tablist' })}>
      {items.map(({ key, text, icon }) => (
        <Press key={key} className={cx(css.tab, key === current && css.on)} role="tab" label={text} selected={key === current} onPress={() => { if (key !== current) onChange(key) }}>
          <View className={css.stack}><Icon name={icon} large />{text}</View>
        </Press>
      ))}
    </View>
  )
}
