/** Figures on a phone: one group, the unit after each number, beside it the time before, the year before and the last half year. */
import { Text, View } from '@tarojs/components'
import { cx } from '../../../components/cx'
import { Press } from '../../../components/press'
import { BroughtOver } from './brought-over'
import type { FigureGroup, FigureRow } from './figure-rows'
import { SmallTrend } from './trend-bars'
import styles from './figure-list.module.scss'

interface Titles { previous: string; lastYear: string | null }
interface Props { group: FigureGroup; titles: Titles; onOpen(row: FigureRow): void }
interface Shown { previous: string | null; lastYear: string | null; trend: boolean }

export function FigureList({ group, titles, onOpen }: Props) {
  const has = (what: (row: FigureRow) => unknown) => group.rows.some((row) => Boolean(what(row)))
  const shown: Shown = { previous: has((row) => row.previous) ? titles.previous : null, lastYear: has((row) => row.lastYear) ? titles.lastYear : null, trend: has((row) => row.bars.length) }
  return (
    <View className={styles.group}>
      <View className={styles.heading}>
        <Text className={styles.title}>{group.title}</Text>
        <View className={styles.columns}>
          <View className={styles.previousTitle}>
            {shown.previous !== null && <View>{shown.previous}</View>}
            {shown.lastYear !== null && <View>{shown.lastYear}</View>}
          </View>
          {shown.trend && <View className={styles.trendTitle}>近半年</View>}
        </View>
      </View>
      <View className={styles.card}>
        {group.rows.map((row) => <Row key={row.name} row={row} shown={shown} onOpen={onOpen} />)}
      </View>
    </View>
  )
}

function Row({ row, shown, onOpen }: { row: FigureRow; shown: Shown; onOpen(row: FigureRow): void }) {
  const beside = (title: string | null, print: string | null) => (title === null || print === null ? null : `${title} ${print}`)
  const heard = [row.fullLabel, row.print === null ? null : `${row.print}${row.unit}`, row.uncounted, row.imported === null ? null : `引用 ${row.imported.print}${row.unit}`, beside(shown.previous, row.previous), beside(shown.lastYear, row.lastYear)]
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
        {(shown.previous !== null || shown.lastYear !== null) && (
          <View className={styles.previous}>
            {shown.previous !== null && <View>{row.previous ?? ''}</View>}
            {shown.lastYear !== null && <View>{row.lastYear ?? ''}</View>}
          </View>
        )}
        {shown.trend && <View className={styles.trend}><SmallTrend bars={row.bars} /></View>}
      </View>
    </Press>
  )
}
