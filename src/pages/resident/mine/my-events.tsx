/** Registered events as rows: a small leaf, what, when, how it stands. 20 at a time. */
import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Leaf } from '../../../components/leaf'
import { PlainButton } from '../../../components/plain-button'
import { Press } from '../../../components/press'
import { dayNumber, monthNumber, today } from '../../../stores/calendar'
import type { Mine, Position } from '../../../stores/registrations'
import { spokenDay, spokenHour } from '../../../stores/spoken-time'
import { useIsLargeType } from '../../../theme/type-size'
import { hasBegun } from '../event/standing'
import { openEvent } from '../open-event'
import lines from '../event-lines.module.scss'
import css from './my-events.module.scss'

const aTime = 20

/** `earlier`: what follows was before. `positions`: where those that wait stand, once it is known. */
export function MyEvents({ items, positions = [], earlier = false }: { items: Mine[]; positions?: readonly Position[]; earlier?: boolean }) {
  const [shown, setShown] = useState(aTime)
  return (
    <>
      <View className={lines.list}>{items.slice(0, shown).map((one) => <Row key={`${one.event.id}:${one.registration.personKey}`} one={one} position={positions.find(({ eventId, personKey }) => eventId === one.event.id && personKey === one.registration.personKey) ?? null} />)}</View>
      {items.length > shown && <PlainButton onPress={() => setShown(shown + aTime)}>{earlier ? '再看前面的' : '再看后面的'}</PlainButton>}
    </>
  )
}

const alone = (one: Mine['registration']) => (one.partySize === 1 ? '一个人' : `一行 ${one.partySize} 人${one.children > 0 ? `，其中孩子 ${one.children} 人` : ''}`)

function stateOf({ event, registration }: Mine): string {
  if (event.status === 'cancelled') return event.cancelReason === null ? '活动取消了' : `活动取消了：${event.cancelReason}`
  if (registration.status === 'cancelled') return '取消了'
  return alone(registration)
}

/** Whoever waits: where they stand, and what comes next. */
function waitOf({ event, registration }: Mine, position: Position | null): { words: string; next: string } | null {
  if (event.status === 'cancelled' || registration.status !== 'waitlisted') return null
  if (position?.offered) return { words: '有名额了', next: '点开就能要' }
  if (hasBegun(event, registration.sessionIds, Date.now())) return { words: '没有候补上', next: '已经开始了' }
  return { words: position ? `候补第 ${position.position} 位` : '候补中', next: '有名额会告诉您' }
}

function Row({ one, position }: { one: Mine; position: Position | null }) {
  const { event, registration, neighbour } = one
  const large = useIsLargeType()
  const named = event.sessions.filter((session) => registration.sessionIds.includes(session.id))
  const session = named.find(({ endsAt }) => Date.parse(endsAt) > Date.now()) ?? named.at(-1) ?? event.sessions[0]
  if (!session) return null
  const state = stateOf(one)
  const wait = waitOf(one, position)
  const whose = neighbour ? `为${registration.callName}报的` : null
  const when = `${spokenDay(session.on, today())}，${spokenHour(session.startsAt)}`
  return (
    <Press className={lines.row} label={[event.title, whose, wait && `${wait.words}，${wait.next}`, when, event.placeName, state].filter((part) => part !== null).join('，')} onPress={() => openEvent(event.id)}>
      {!large && <Leaf size="fact" figure={String(dayNumber(session.on))} under={`${monthNumber(session.on)}月`} ink={session.on === today()} />}
      <View className={lines.words}>
        <View className={lines.title}>{event.title}</View>
        {whose !== null && <View>{whose}</View>}
        <View>{when}</View>
        {large ? <><View className={lines.note}>{event.placeName}</View><View className={lines.note}>{state}</View></> : <View className={lines.note}>{event.placeName} · {state}</View>}
        {wait && <View className={css.wait}><Text className={css.place}>{wait.words}</Text><Text className={css.next}>{wait.next}</Text></View>}
        {registration.phone !== null && <View className={lines.note}>留的电话 {registration.phone}</View>}
      </View>
    </Press>
  )
}
