/** One of a list to choose from, ticked when it is the one. */
import { View } from '@tarojs/components'
import { cx } from '../components/cx'
import { Icon } from '../components/icon'
import { Press } from '../components/press'
import css from './choice-row.module.scss'

interface Props { text: string; note?: string; chosen: boolean; onPress: () => void }

export function ChoiceRow({ text, note, chosen, onPress }: Props) {
  return (
    <Press className={css.row} role="radio" checked={chosen} label={note === undefined ? text : `${text}，${note}`} onPress={onPress}>
      <View className={cx(css.words, chosen && css.chosen)}>{text}</View>
      {note !== undefined && <View className={css.note}>{note}</View>}
      {chosen && <Icon name="tick" />}
    </Press>
  )
}
