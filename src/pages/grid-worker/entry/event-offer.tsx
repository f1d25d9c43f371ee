/** An event of the unit on that day: was this entry part of it? Asked, never required; the figures of the event come from its check-ins. */
import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { eventKinds } from '#contract/events/kinds'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { useSessionsOfEntry } from '../../../stores/month-entries'
import css from './quantity.module.scss'

interface Props { on: string; chosen: string | null; note: string; onChange: (eventId: string | null) => void }

const not = 'not'

export function EventOffer({ on, chosen, note, onChange }: Props) {
  const { value, input, load } = useSessionsOfEntry()
  useEffect(() => { void load({ on }) }, [on, load])
  const sessions = input?.on === on ? value?.sessions ?? [] : []
  const events = sessions.filter(({ eventId }, index) => sessions.findIndex((other) => other.eventId === eventId) === index)
  const [first] = events
  if (!first) return null
  const question = events.length === 1 ? `那天有一场活动：${first.title}。这一笔是那场活动的吗？` : `那天有 ${events.length} 场活动。这一笔是哪一场的吗？`
  const items = [...events.map(({ eventId, title }) => ({ key: eventId, text: events.length === 1 ? '是那场活动的' : title })), { key: not, text: '不是' }]
  const sounds = events.some(({ kind, title }) => note.includes(title) || eventKinds[kind].zh.split('/').some((word) => note.includes(word)))
  return (
    <>
      <Heading as="label">{question}</Heading>
      <Choices label={question} items={items} chosen={chosen ?? not} onChange={(key) => onChange(key === not ? null : key)} />
      {sounds && <View className={css.none}>活动办了几场、来了多少人，从签到里自动算，不用在这里再记。</View>}
    </>
  )
}
