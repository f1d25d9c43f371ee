/** A strip that says something and stays: quiet for what merely waits (3 条待上传), attention for what needs a look. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from './a11y'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import css from './notice.module.scss'
import { TextLink } from './text-link'

interface NoticeProps {
  tone?: 'quiet' | 'attention' | 'done'
  icon?: IconName
  children: ReactNode
  note?: string
  act?: { text: string; onPress(): void }
}

const iconOf = { quiet: 'waiting', attention: 'attention', done: 'tick' } as const

export function Notice({ tone = 'quiet', icon = iconOf[tone], children, note, act }: NoticeProps) {
  return (
    <View className={cx(css.strip, css[tone])} {...a11y({ role: tone === 'attention' ? 'alert' : 'status' })}>
      <View className={css.said}>
        <View className={css.icon}><Icon name={icon} /></View>
        <View className={css.words}>
          <View>{children}</View>
          {note !== undefined && <View className={css.note}>{note}</View>}
        </View>
      </View>
      {act && <TextLink onPress={act.onPress}>{act.text}</TextLink>}
    </View>
  )
}
