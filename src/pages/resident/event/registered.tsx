/** What stands on the page of an event once one is registered: the slip, and the way to give the places back, with a question. */
import { useState } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { EventDetail, MyRegistration } from '#contract/events/event'
import { Confirm } from '../../../components/confirm'
import { Notice } from '../../../components/notice'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { giveBack, useRegistering } from '../../../stores/registrations'
import { MySlip } from './my-slip'
import css from './registered.module.scss'
import { cancelRefusals } from './wording'

interface Props { event: EventDetail; mine: MyRegistration; callName: string | null; onChanged: () => void }

export function Registered({ event, mine, callName, onChanged }: Props) {
  const [asking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const busy = useRegistering(({ busy }) => busy === 'cancel')
  const started = event.sessions.some((session) => mine.sessionIds.includes(session.id) && Date.parse(session.startsAt) <= Date.now())

  async function cancel() {
    const answer = await giveBack(event.id, mine)
    setAsking(false)
    if (answer.ok) return onChanged()
    setTrouble(wordsOf(answer, cancelRefusals))
  }

  return (
    <>
      <MySlip event={event} mine={mine} callName={callName} />
      <View className={css.words}>到门口说您的称呼就行。</View>
      {trouble !== null && <Notice tone="attention">{trouble}</Notice>}
      <View className={css.links}>
        {!started && <TextLink onPress={() => { setTrouble(null); setAsking(true) }}>取消报名</TextLink>}
        <TextLink onPress={() => void Taro.redirectTo({ url: '/pages/resident/mine/index' })}>看我报的名</TextLink>
      </View>
      <Confirm open={asking} question="取消这次报名？" words={`${event.title}，${mine.partySize} 个名额会让给别人。`} yes="取消报名" no="不取消" busy={busy && '正在取消…'} onYes={() => void cancel()} onNo={() => setAsking(false)} />
    </>
  )
}
