/** A line that leads somewhere. */
import { View } from '@tarojs/components'
import { cx } from '../../../components/cx'
import { Icon } from '../../../components/icon'
import { Press } from '../../../components/press'
import css from './index.module.scss'

export function Way({ text, note, strong = false, label, onPress }: { text: string; note?: string; strong?: boolean; label?: string; onPress(): void }) {
  return (
    <Press className={css.way} label={label ?? (note === undefined ? text : `${text}，${note}`)} onPress={onPress}>
      <View className={css.words}>
        <View className={cx(strong && css.strong)}>{text}</View>
        {note !== undefined && <View className={css.note}>{note}</View>}
      </View>
      <Icon name="onward" className={css.onward} />
    </Press>
  )
}
