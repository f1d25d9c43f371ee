/** Who waits: which place in the row, what happens next, and a free place where one is offered. */
import { View } from '@tarojs/components'
import type { EventDetail, MyRegistration } from '#contract/events/event'
import { a11y } from '../../../components/a11y'
import { Card } from '../../../components/card'
import { fullDay, spokenHour } from '../../../stores/spoken-time'
import { partyWords, whileWaiting } from './said'
import css from './waiting-card.module.scss'

export function WaitingCard({ event, mine }: { event: EventDetail; mine: MyRegistration }) {
  const sessions = event.sessions.filter(({ id }) => mine.sessionIds.includes(id))
  return (
    <Card now={mine.offered}>
      <View className={css.state} {...a11y({ role: 'heading' })}>{mine.offered ? '有名额了' : mine.position === null ? '候补中' : `候补第 ${mine.position} 位`}</View>
      <View className={css.who}>{mine.callName}，{partyWords(mine)}</View>
      {event.sessions.length > 1 && sessions.map((session) => <View key={session.id} className={css.who}>{fullDay(session.on)}，{spokenHour(session.startsAt)}</View>)}
      {mine.offered
        ? <View className={css.next}>也告诉了别的候补的人，谁先点就是谁的。要来，就点“要这个名额”。</View>
        : whileWaiting(event, mine, Date.now()).map((sentence) => <View key={sentence} className={css.next}>{sentence}</View>)}
    </Card>
  )
}
