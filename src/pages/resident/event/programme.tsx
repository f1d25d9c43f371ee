import { View } from '@tarojs/components'
import type { EventDetail } from '#contract/events/event'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import css from './programme.module.scss'

export function Programme({ items }: { items: EventDetail['programme'] }) {
  if (items.length === 0) return null
  return (
    <>
      <Heading>节目单</Heading>
      <Lines>
        {items.map(({ title, form, performers }, index) => {
          const note = [form, performers].filter(Boolean).join('，')
          return (
            <View key={index} className={css.item}>
              <View className={css.number}>{index + 1}</View>
              <View className={css.words}>
                <View>{title}</View>
                {note !== '' && <View className={css.note}>{note}</View>}
              </View>
            </View>
          )
        })}
      </Lines>
    </>
  )
}
