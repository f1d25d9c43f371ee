/** Comes up from the bottom over the page, with its title and a way out top left. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Popup } from './popup'
import { Press } from './press'
import css from './sheet.module.scss'

interface SheetProps {
  open: boolean
  title: string
  onClose(): void
  children: ReactNode
  /** Stays at the bottom: a MainButton. */
  foot?: ReactNode
  /** Where a sheet goes on to something else in its place, that begins at its top. */
  step?: string
}

export function Sheet({ open, title, onClose, children, foot, step = '' }: SheetProps) {
  return (
    <Popup open={open} role="dialog" label={title} className={css.sheet} onGround={onClose}>
      <View className={css.head}>
        <Press className={css.close} label="关闭" onPress={onClose}><Icon name="close" large /></Press>
        <View className={css.title}>{title}</View>
      </View>
      <View key={step} className={css.body}>{children}</View>
      {Boolean(foot) && <View className={css.foot}>{foot}</View>}
    </Popup>
  )
}
