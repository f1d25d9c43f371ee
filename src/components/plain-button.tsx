/** Any other act: an edge in ink, never red. `strong` where it is what one does next on a card. */
import { View } from '@tarojs/components'
import css from './button.module.scss'
import { cx } from './cx'
import { Icon, type IconName } from './icon'
import { Press } from './press'

interface PlainButtonProps {
  children: string
  onPress: () => void
  icon?: IconName
  /** What is heard, where the word alone says too little: 陈，到. */
  label?: string
  /** Fills its row beside others. Without it, as wide as its word. */
  fill?: boolean
  strong?: boolean
  /** 44 high instead of the main button's height; never below the target of large type. */
  small?: boolean
  busy?: string | false
  disabled?: boolean
  share?: boolean
}

export function PlainButton({ children, onPress, icon, label, fill = false, strong = false, small = false, busy = false, disabled = false, share = false }: PlainButtonProps) {
  return (
    <Press
      className={cx(css.button, css.plain, fill && css.fill, strong && css.strong, small && css.small, disabled && css.disabled)}
      label={busy || label || children}
      disabled={disabled || busy !== false}
      share={share}
      onPress={onPress}
    >
      <View className={cx(css.words, busy && css.away)}>
        {icon && <Icon name={icon} />}
        {children}
      </View>
      {busy && <View className={cx(css.words, css.busy)}>{busy}</View>}
    </Press>
  )
}
