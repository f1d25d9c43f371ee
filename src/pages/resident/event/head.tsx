/** The day as a large leaf, and beside it what it is. */
import { Text, View } from '@tarojs/components'
import type { EventDetail, SessionView } from '#contract/events/event'
import { eventKinds } from '#contract/events/kinds'
import { a11y } from '../../../components/a11y'
import { Leaf } from '../../../components/leaf'
import { dayNumber, monthNumber, today, weekdayOf } from '../../../stores/calendar'
import { spokenSpan } from '../../../stores/spoken-time'
import css from './head.module.scss'
import { dayWords } from './said'

export function EventHead({ event, session }: { event: EventDetail; session: SessionView }) {
  const day = dayWords(session.on, Date.now())
  return (
    <View className={css.head}>
      <Leaf size="event" above={`${monthNumber(session.on)} 月`} figure={String(dayNumber(session.on))} under={`星期${weekdayOf(session.on)}`} ink={session.on === today()} />
      <View className={css.words}>
        <Text className={css.kind}>{eventKinds[event.kind].zh}</Text>
        <View className={css.title} {...a11y({ role: 'heading' })}>{event.title}</View>
        <View className={css.when}>{day} {spokenSpan(session.startsAt, session.endsAt)}</View>
      </View>
    </View>
  )
}
