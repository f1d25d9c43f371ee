/** A line icon beside its word; it says nothing itself. Alone only for back and close, where the control around it has the name. */
import { View } from '@tarojs/components'
import { cx } from './cx'
import css from './icon.module.scss'

export type IconName =
  | 'place'
  | 'clock'
  | 'find'
  | 'onward'
  | 'back'
  | 'unfold'
  | 'tick'
  | 'calendar'
  | 'person'
  | 'talk'
  | 'waiting'
  | 'pen'
  | 'scan'
  | 'plus'
  | 'minus'
  | 'share'
  | 'save'
  | 'door'
  | 'people'
  | 'totals'
  | 'document'
  | 'photo'
  | 'close'
  | 'attention'
  | 'again'
  | 'bring'

export function Icon({ name, large = false, className }: { name: IconName; large?: boolean; className?: string }) {
  return <View className={cx(css.icon, css[name], large && css.large, className)} />
}
