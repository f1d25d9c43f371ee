/**
 * What lies over a page on a darkened ground. Inside the page root, so that it is themed. It stays where it was once open, only unseen: what was
 * typed is there when it comes again. The ground alone keeps the page still: a moved finger that is caught on the box itself lets nothing inside scroll in WeChat.
 */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { a11y } from './a11y'
import { cx } from './cx'
import css from './popup.module.scss'

interface PopupProps {
  open: boolean
  label: string
  /** `alertdialog` asks for an answer and stands in the middle; a `dialog` comes up from the bottom. */
  role: 'dialog' | 'alertdialog'
  className?: string | undefined
  /** The ground beside it was pressed. */
  onGround?(): void
  children: ReactNode
}

export function Popup({ open, label, role, className, onGround, children }: PopupProps) {
  const [wasOpen, setWasOpen] = useState(open)
  if (open && !wasOpen) setWasOpen(true)
  if (!wasOpen) return null
  return (
    <View className={cx(css.over, !open && css.unseen, role === 'dialog' ? css.low : css.middle)}>
      <View className={css.ground} catchMove onClick={() => onGround?.()} />
      <View className={cx(css.box, className)} {...a11y({ role, label })}>{children}</View>
    </View>
  )
}
