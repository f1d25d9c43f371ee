/** A month's figures on a phone: one group, the unit after each number, the month before beside it. */
import { Text, View } from '@tarojs/components'
import { cx } from '../../../components/cx'
import { Press } from '../../../components/press'
import { BroughtOver } from './brought-over'
import type { FigureGroup, FigureRow } from './figure-rows'
import styles from './figure-list.module.scss'

interface Props { group: FigureGroup; onOpen(row: FigureRow): void }

export function FigureList({ group, onOpen }: Props) {
  const hasPrevious = group.rows.some((row) => row.previous !== null)
  return (
    <View className={styles.group}>
      <View className={styles.heading}>
        <Text className={styles.title}>{group.title}</Text>
        {hasPrevious && <Text className={styles.previousTitle}>上月</Text>}
      </View>
      <View className={styles.card}>
        {group.rows.map((row) => <Row key={row.name} row={row} hasPrevious={hasPrevious} onOpen={onOpen} />)}
      </View>
    </View>
  )
}

function Row({ row, hasPrevious, onOpen }: { row: FigureRow; hasPrevious: boolean; onOpen(row: FigureRow): void }) {
  const heard = [row.fullLabel, row.print === null ? null : `${row.print}${row.unit}`, row.uncounted, row.imported === null ? null : `引用 ${row.imported.print}${row.unit}`, row.previous === null ? null : `上月 ${row.previous}`]
  return (
    <Press className={cx(styles.row)} label={`${heard.filter((part) => part !== null).join('，')}，打开依据`} onPress={() => onOpen(row)}>
      <View className={cx(styles.label, row.indented && styles.indented)}>{row.label}</View>
      <View className={styles.numbers}>
        <View className={styles.value}>
          {row.print !== null && (
            <View className={styles.amount}>
              <Text className={styles.figure}>{row.print}</Text>
              <Text className={styles.unit}>{row.unit}</Text>
            </View>
          )}
          {row.uncounted !== null && <View className={styles.uncounted}>{row.uncounted}</View>}
          {row.imported && <BroughtOver of={row.imported} unit={row.unit} />}
        </View>
        {hasPrevious && <View className={styles.previous}>{row.previous ?? ''}</View>}
      </View>
    </Press>
  )
}
