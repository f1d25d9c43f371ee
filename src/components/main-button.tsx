/** 石榴红: the one main act of a screen, and of no screen more than one. While it works it says so and keeps its width. */
import { View } from '@tarojs/components'
import css from './button.module.scss'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import { Press } from './press'

interface MainButtonProps {
  children: string
  onPress: () => void
  icon?: IconName
  /** 正在报名… while it works; a tap then does nothing. */
  busy?: string | false
  /** With a sentence why, beside it or above. */
  disabled?: boolean
}

export function MainButton({ children, onPress, icon, busy = false, disabled = false }: MainButtonProps) {
  return (
    <Press className={cx(css.button, css.main, disabled && css.disabled)} label={busy || children} disabled={disabled || busy !== false} onPress={onPress}>
      <View className={cx(css.words, busy && css.away)}>
        {icon && <View className={css.icon}><Icon name={icon} /></View>}
        {children}
      </View>
      {busy && <View className={cx(css.words, css.busy)}>{busy}</View>}
    </Press>
  )
}
