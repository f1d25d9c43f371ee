/** The main act of a sheet, and over it what stood in its way: in sight wherever the sheet is scrolled to. */
import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Notice } from '../../../components/notice'
import css from './sheet-foot.module.scss'

export function SheetFoot({ trouble, children }: { trouble: string | null; children: ReactNode }) {
  return (
    <View className={css.foot}>
      {trouble !== null && <Notice tone="attention">{trouble}</Notice>}
      <View className={css.act}>{children}</View>
    </View>
  )
}
