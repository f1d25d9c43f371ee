/** On a wide screen the rooms stand at the side. */
import { View } from '@tarojs/components'
import { cx } from '../../../components/cx'
import { Icon } from '../../../components/icon'
import { Press } from '../../../components/press'
import { TextLink } from '../../../components/text-link'
import type { Door, Room } from './rooms'
import styles from './side-navigation.module.scss'

interface Props { unitName: string; note: string | null; items: readonly Door[]; current: Room; onGo(room: Room): void; onUnit: (() => void) | null }

export function SideNavigation({ unitName, note, items, current, onGo, onUnit }: Props) {
  return (
    <View className={styles.side}>
      {note !== null && <View className={styles.note}>{note}</View>}
      {onUnit && <View className={styles.switch}><TextLink label={`换单位，现在是${unitName}`} onPress={onUnit}>换单位</TextLink></View>}
      <View className={styles.items}>
        {items.map(({ key, text, icon }) => (
          <Press key={key} className={cx(styles.item, key === current && styles.current)} role="tab" label={text} selected={key === current} onPress={() => { if (key !== current) onGo(key) }}>
            <View className={styles.stack}><Icon name={icon} large />{text}</View>
          </Press>
        ))}
      </View>
    </View>
  )
}
