import { View } from '@tarojs/components'
import type * as v from 'valibot'
import type { Remark } from '#contract/reports/way-up'
import css from './way-up.module.scss'
import { sectionNames, words } from './wording'

export function Remarks({ remarks }: { remarks: readonly v.InferOutput<typeof Remark>[] }) {
  return (
    <>
      {remarks.map((remark, index) => (
        <View key={index} className={css.remark}>
          <View className={css.note}>{remark.section === null ? words.whole : sectionNames[remark.section]}{remark.quote === null ? '' : `：“${remark.quote}”`}</View>
          <View>{remark.text}</View>
        </View>
      ))}
    </>
  )
}
