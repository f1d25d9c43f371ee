/** Comes up from the bottom over the page, with its title and a way out top left. Inside the page root, so that it is themed. */
import { Popup } from '@taroify/core'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useIsLargeType } from '../theme/type-size'
import { a11y } from './a11y'
import { Icon } from './icon'
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
  const still = useIsLargeType()
  return (
    <Popup open={open} placement="bottom" rounded duration={still ? 0 : 200} className={css.sheet} onClose={onClose} {...a11y({ role: 'dialog', label: title })}>
      <Popup.Backdrop onClick={onClose} />
      <View className={css.head}>
        <Press className={css.close} label="关闭" onPress={onClose}><Icon name="close" large /></Press>
        <View className={css.title}>{title}</View>
      </View>
      <View key={step} className={css.body}>{children}</View>
      {Boolean(foot) && <View className={css.foot}>{foot}</View>}
    </Popup>
  )
}
