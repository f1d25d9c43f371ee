/** Which sessions: one is chosen beforehand, more can be added. One that is full can be waited for; one that has begun cannot be chosen. */
import { View } from '@tarojs/components'
import type { EventDetail } from '#contract/events/event'
import { cx } from '../../../components/cx'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { Press } from '../../../components/press'
import { dayNumber, monthNumber, weekdayOf } from '../../../stores/calendar'
import { stateOf } from '../../../stores/events'
import { spokenHour } from '../../../stores/spoken-time'
import { stateWords } from '../session-state'
import css from './session-choice.module.scss'

interface Props { event: EventDetail; chosen: readonly string[]; onChange: (sessionIds: string[]) => void; heading?: string }

export function SessionChoice({ event, chosen, onChange, heading = '选场次' }: Props) {
  const now = Date.now()
  const toggle = (id: string) => onChange(event.sessions.map((session) => session.id).filter((one) => (one === id) !== chosen.includes(one)))
  return (
    <>
      <Heading>{heading}</Heading>
      <View className={css.grid}>
        {event.sessions.map((session) => {
          const state = stateOf(event, session, now)
          const on = chosen.includes(session.id)
          const shut = Date.parse(session.startsAt) <= now
          const day = `${monthNumber(session.on)}月${dayNumber(session.on)}日`
          const hour = `星期${weekdayOf(session.on)}，${spokenHour(session.startsAt)}`
          const words = Date.parse(session.startsAt) <= now && state.is !== 'over' ? '已开始' : stateWords(state)
          return (
            <Press key={session.id} role="checkbox" checked={on} disabled={shut} label={`${day}，${hour}，${words}`} className={cx(css.session, on && css.on, shut && css.shut)} onPress={() => toggle(session.id)}>
              <View className={css.day}>{day}</View>
              <View className={css.hour}>{hour}</View>
              <View className={css.note}>{words}</View>
              {on && <View className={css.tick}><Icon name="tick" /></View>}
            </Press>
          )
        })}
      </View>
    </>
  )
}
