/** 实名人数, apart from the rest: it is counted anew for every unit and month, and says who is not in it. */
import { Text, View } from '@tarojs/components'
import type { Figure } from '#contract/totals/figure'
import { cx } from '../../../components/cx'
import { Press } from '../../../components/press'
import { TextLink } from '../../../components/text-link'
import { figureRow, unnamedWords } from './figure-rows'
import styles from './people-card.module.scss'

interface Props { figure: Figure; why: string; previousTitle: string; onOpen(): void; onWhy(): void }

export function PeopleCard({ figure, why, previousTitle, onOpen, onWhy }: Props) {
  const row = figureRow(figure)
  const unnamed = unnamedWords(figure)
  const heard = [`实名人数 ${row.print ?? ''}${row.unit}`, unnamed, row.previous === null ? null : `${previousTitle} ${row.previous}`].filter((part) => part !== null)
  return (
    <View>
      <Press className={cx(styles.card)} label={`${heard.join('，')}，打开依据`} onPress={onOpen}>
        <View className={styles.words}>
          <View>实名人数</View>
          {unnamed !== null && <View className={styles.note}>{unnamed}。{why}</View>}
          {row.previous !== null && <View className={styles.note}>{previousTitle} {row.previous}</View>}
        </View>
        <View className={styles.amount}>
          <Text className={styles.figure}>{row.print}</Text>
          <Text className={styles.unit}>{row.unit}</Text>
        </View>
      </Press>
      <TextLink onPress={onWhy}>为什么不能相加</TextLink>
    </View>
  )
}
