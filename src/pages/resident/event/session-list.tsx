/** The sessions of a series where there is nothing to choose. */
import { View } from '@tarojs/components'
import type { EventDetail } from '#contract/events/event'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { stateOf } from '../../../stores/events'
import { fullDay, spokenSpan } from '../../../stores/spoken-time'
import { StateLine } from '../session-state'
import css from './session-list.module.scss'

export function SessionList({ event }: { event: EventDetail }) {
  const now = Date.now()
  return (
    <>
      <Heading>共 {event.sessions.length} 场</Heading>
      <Lines>
        {event.sessions.map((session) => (
          <View key={session.id} className={css.session}>
            <View className={css.day}>{fullDay(session.on)}</View>
            <View>{spokenSpan(session.startsAt, session.endsAt)}</View>
            <StateLine state={stateOf(event, session, now)} />
          </View>
        ))}
      </Lines>
    </>
  )
}
