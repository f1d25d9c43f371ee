import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from './a11y'
import css from './heading.module.scss'
import { cx } from './cx'

/** display: the one title of a page. section: over a group. label: over a field or a row of choices. */
export function Heading({ as = 'section', children, aside }: { as?: 'display' | 'section' | 'label'; children: ReactNode; aside?: ReactNode }) {
  return (
    <View className={cx(css.row, css[as])}>
      <View className={css.words} {...a11y({ role: 'heading' })}>{children}</View>
      {aside}
    </View>
  )
}
