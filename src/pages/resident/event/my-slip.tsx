/** The slip of one registration: the next of its sessions as a leaf, on the stub who comes, how many, and the other days. */
import { View } from '@tarojs/components'
import type { EventDetail, MyRegistration } from '#contract/events/event'
import { Slip } from '../../../components/slip'
import { dayNumber, dayOf, monthNumber, weekdayOf } from '../../../stores/calendar'
import { fullDay, spokenHour, spokenMonth } from '../../../stores/spoken-time'
import css from './my-slip.module.scss'
import { partyWords } from './said'

/** Named on the slip; of a long series the others are counted, and the list of sessions below marks each. */
const named = 5

export function MySlip({ event, mine }: { event: EventDetail; mine: MyRegistration }) {
  const sessions = event.sessions.filter((session) => mine.sessionIds.includes(session.id))
  const next = sessions.find((session) => Date.parse(session.endsAt) > Date.now()) ?? sessions[0] ?? event.sessions[0]
  if (!next) return null
  const others = sessions.filter((session) => session !== next)
  const last = others.at(-1)
  const stampedOn = dayOf(mine.registeredAt)
  return (
    <Slip
      month={spokenMonth(next.on)}
      day={String(dayNumber(next.on))}
      weekday={`星期${weekdayOf(next.on)}`}
      time={spokenHour(next.startsAt)}
      title={event.title}
      place={event.placeName + (event.placeNote === undefined ? '' : `，${event.placeNote}`)}
      stamp={{ word: '已报名', at: `${monthNumber(stampedOn)}.${dayNumber(stampedOn)}  ${mine.partySize} 人` }}
      stub={
        <View className={css.stub}>
          <View className={css.name}>{mine.callName}</View>
          <View>{partyWords(mine)}</View>
          {others.slice(0, others.length > named + 1 ? named : others.length).map((session) => <View key={session.id} className={css.other}>还有 {fullDay(session.on)}，{spokenHour(session.startsAt)}</View>)}
          {last && others.length > named + 1 && <View className={css.other}>一共 {sessions.length} 场，到 {fullDay(last.on)}</View>}
        </View>
      }
    />
  )
}
