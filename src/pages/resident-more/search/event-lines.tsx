/** Events in one line each: when, what, where. 30 at a time. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { EventLine } from '#contract/events/search'
import { FactLine } from '../../../components/fact-line'
import { Leaf } from '../../../components/leaf'
import { PlainButton } from '../../../components/plain-button'
import { Press } from '../../../components/press'
import { dayNumber, monthNumber, today } from '../../../stores/calendar'
import { useIsLargeType } from '../../../theme/type-size'
import { openEvent } from '../../resident/open-event'
import css from '../../resident/event-lines.module.scss'
import { whenOf } from './when-of'
import { words } from './wording'

const aTime = 30

/** `photos`: how many everybody may see, where that is known. */
type Shown = EventLine & { photos?: number }

export function EventLines({ events }: { events: Shown[] }) {
  const [shown, setShown] = useState(aTime)
  return (
    <>
      <View className={css.list}>{events.slice(0, shown).map((event) => <Line key={event.id} event={event} />)}</View>
      {events.length > shown && <PlainButton onPress={() => setShown(shown + aTime)}>再看后面的</PlainButton>}
    </>
  )
}

function Line({ event }: { event: Shown }) {
  const large = useIsLargeType()
  const now = today()
  const when = whenOf(event, now)
  const photos = event.photos ? words.photos(event.photos) : null
  const day = event.lastOn < now ? event.lastOn : event.firstOn
  return (
    <Press className={css.row} label={[event.title, when, event.placeName, ...(photos === null ? [] : [photos])].join('，')} onPress={() => openEvent(event.id)}>
      {!large && <Leaf size="fact" figure={String(dayNumber(day))} under={`${monthNumber(day)}月`} ink={event.firstOn <= now && event.lastOn >= now} />}
      <View className={css.words}>
        <View className={css.title}>{event.title}</View>
        <View>{when}</View>
        <View className={css.note}>{event.placeName} · {event.hostUnit.name}</View>
        {photos !== null && <FactLine icon="photo">{photos}</FactLine>}
      </View>
    </Press>
  )
}
