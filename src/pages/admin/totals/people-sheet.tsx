/** Why 人数 does not add up, with this unit's own numbers. */
import { View } from '@tarojs/components'
import type { Figure } from '#contract/totals/figure'
import { Sheet } from '../../../components/sheet'
import { unnamedWords } from '../figures/figure-rows'
import { words } from './wording'
import styles from './people-sheet.module.scss'

interface Props { open: boolean; figure: Figure; /** Of 本级 and each unit below, where somebody came. */ parts: readonly number[]; onClose(): void }

export function PeopleSheet({ open, figure, parts, onClose }: Props) {
  const sum = parts.reduce((total, one) => total + one, 0)
  const unnamed = unnamedWords(figure)
  return (
    <Sheet title={words.whyTitle} open={open} onClose={onClose}>
      <View className={styles.text}>{words.whyOnce}</View>
      {parts.length > 1 && figure.value !== null && <View className={styles.text}>{words.whySum(sum, figure.value)}</View>}
      <View className={styles.text}>{words.whyUnnamed}{unnamed === null ? '' : words.whyHowMany(unnamed)}</View>
    </Sheet>
  )
}
