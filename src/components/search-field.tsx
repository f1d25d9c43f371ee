import { View } from '@tarojs/components'
import { cx } from './cx'
import { Entry } from './entry'
import css from './field.module.scss'
import { Icon } from './icon'
import { Press } from './press'

/** Searches while one types; the cross empties it. */
export function SearchField({ label, value, onChange, placeholder = label }: { label: string; value: string; onChange(value: string): void; placeholder?: string }) {
  return (
    <View className={cx(css.box, css.round)}>
      <View className={css.icon}><Icon name="find" /></View>
      <Entry className={css.entry} label={label} value={value} keys="search" maxLength={30} placeholder={placeholder} onChange={onChange} />
      {value !== '' && <Press className={css.clear} label="清空" onPress={() => onChange('')}><Icon name="close" /></Press>}
    </View>
  )
}
