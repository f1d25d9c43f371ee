/** One unit in the tree. Pressed, it opens what lies below it; what can be done to it stands at the right. */
import { View } from '@tarojs/components'
import { cx } from '../../../components/cx'
import { Icon } from '../../../components/icon'
import { Press } from '../../../components/press'
import { TextLink } from '../../../components/text-link'
import css from './unit-line.module.scss'
import { words } from './wording'

interface Props {
  name: string
  /** 3 个网格; 12月1日起归柳桥社区. */
  note: string | null
  depth?: number
  strong?: boolean
  /** Its siblings may open, so its name stands where theirs do. */
  inset?: boolean
  /** Absent: nothing lies below it. */
  open?: boolean
  onToggle?: () => void
  onChange(): void
}

const depths = [css.depth0, css.depth1, css.depth2]

export function UnitLine({ name, note, depth = 0, strong = false, inset = false, open = false, onToggle, onChange }: Props) {
  const inside = (
    <>
      <View className={cx(css.name, strong && css.strong)}>{name}</View>
      {note !== null && <View className={css.note}>{note}</View>}
    </>
  )
  return (
    <View className={cx(css.line, depths[depth])}>
      {onToggle
        ? <Press className={css.way} label={note === null ? name : `${name}，${note}`} expanded={open} onPress={onToggle}><View className={css.row}><Icon name="unfold" className={cx(css.mark, open && css.turned)} /><View className={css.words}>{inside}</View></View></Press>
        : <View className={css.way}><View className={css.row}>{inset && <View className={css.slot} />}<View className={css.words}>{inside}</View></View></View>}
      <TextLink label={`${words.change}${name}`} onPress={onChange}>{words.change}</TextLink>
    </View>
  )
}
