/** A day or a time of day, chosen with WeChat's own wheels. */
import { Picker, View } from '@tarojs/components'
import { a11y } from '../../../components/a11y'
import type { MomentEntryProps } from './moment-entry-props'
import styles from './moment-entry.module.scss'

export function MomentEntry({ mode, label, value, onChange }: MomentEntryProps) {
  const shown = <View className={styles.shown} {...a11y({ role: 'button', label: `${label} ${value}` })}>{value}</View>
  return mode === 'date'
    ? <Picker mode="date" value={value} onChange={({ detail }) => onChange(detail.value)}>{shown}</Picker>
    : <Picker mode="time" value={value} onChange={({ detail }) => onChange(detail.value)}>{shown}</Picker>
}
