/** An icon and what it says: a time, a place. The icon goes where there is no room for both. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cx } from './cx'
import css from './fact-line.module.scss'
import { Icon, type IconName } from './icon'

export function FactLine({ icon, children, note, strong = false }: { icon: IconName; children: ReactNode; note?: string; strong?: boolean }) {
  return (
    <View className={cx(css.line, strong && css.strong)}>
      <View className={css.icon}><Icon name={icon} /></View>
      <View className={css.words}>
        {children}
        {note !== undefined && <View className={css.note}>{note}</View>}
      </View>
    </View>
  )
}
