/** One gathering in the list: what, when, where, and how it stands for who looks. The whole card opens it. */
import { Text, View } from '@tarojs/components'
import { eventKinds } from '#contract/events/kinds'
import { Card } from '../../../components/card'
import { FactLine } from '../../../components/fact-line'
import { Icon } from '../../../components/icon'
import { stateOf, type DayItem } from '../../../stores/events'
import { spokenSpan } from '../../../stores/spoken-time'
import { useIsLargeType } from '../../../theme/type-size'
import { StateLine, stateWords } from '../session-state'
import css from './event-card.module.scss'

interface Props {
  item: DayItem
  /** Named where it is not the own community. */
  host: string | null
  onOpen: () => void
}

export function EventCard({ item: { event, session, number }, host, onOpen }: Props) {
  const large = useIsLargeType()
  const state = stateOf(event, session, Date.now())
  const when = spokenSpan(session.startsAt, session.endsAt)
  const kind = eventKinds[event.kind].zh + (event.sessions.length > 1 ? ` 第 ${number} 场` : '')
  return (
    <Card
      onPress={onOpen}
      label={`${event.title}，${when}，${event.placeName}，${host === null ? '' : `${host}，`}${stateWords(state)}，${kind}`}
      done={state.is === 'registered'}
      band={large ? <View className={css.band}><StateLine state={state} /><Icon name="onward" /></View> : null}
    >
      <View className={css.title}>{event.title}</View>
      <FactLine icon="clock" strong>{when}</FactLine>
      <FactLine icon="place">{event.placeName}</FactLine>
      {host !== null && <FactLine icon="people">{host}</FactLine>}
      {large && <View className={css.kind}>{kind}</View>}
      {!large && <View className={css.foot}><StateLine state={state} /><Text className={css.kind}>{kind}</Text></View>}
    </Card>
  )
}
