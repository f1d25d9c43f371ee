/** What the check says: every mistake with its place, or what would be new. */
import { View } from '@tarojs/components'
import type { Output } from '#contract/call'
import type { importUnits } from '#contract/units/import'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import css from './index.module.scss'
import { placeWords, sumWords, words } from './wording'

const mostTold = 100

export function Checked({ told }: { told: Output<typeof importUnits> }) {
  const { troubles } = told
  if (told.imported) return <Notice tone="done" note={sumWords(told)}>{words.done(told.added)}</Notice>
  if (troubles.length === 0) {
    return (
      <Card>
        <View className={css.sum}>{told.added > 0 ? sumWords(told) : words.allKnown}</View>
        <View className={css.plain}>{`表里 ${told.rows} 行，都没有问题。`}</View>
      </Card>
    )
  }
  return (
    <>
      <Heading as="label">{`有 ${troubles.length} ${troubles.length === mostTold ? '多' : ''}处要改`}</Heading>
      <View className={css.plain}>{words.untouched}{troubles.length === mostTold && words.firstOnly}</View>
      <Card flat>
        <Lines>
          {troubles.map((one, i) => <View key={i} className={css.trouble}><View className={css.place}>{placeWords(one)}</View><View>{one.says}</View></View>)}
        </Lines>
      </Card>
    </>
  )
}
