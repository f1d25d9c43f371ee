/** One registration on the page of its event, hers or a neighbour's: the slip or the place in the row, and what can still be changed. */
import { useState } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { EventDetail, MyRegistration } from '#contract/events/event'
import { Confirm } from '../../../components/confirm'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { giveBack, takeOffered, useRegistering } from '../../../stores/registrations'
import { MySlip } from './my-slip'
import { PartySheet } from './party-sheet'
import css from './registered.module.scss'
import { cancelWords } from './said'
import { cancelEnds, hasBegun } from './standing'
import { WaitingCard } from './waiting-card'
import { cancelRefusals, notHeard, offerRefusals } from './wording'

interface Props { event: EventDetail; mine: MyRegistration; neighbour?: boolean; onChanged: () => void }

export function Registered({ event, mine, neighbour = false, onChanged }: Props) {
  const [asking, setAsking] = useState(false)
  const [resizing, setResizing] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const busy = useRegistering(({ busy: doing }) => doing === 'cancel')
  const now = Date.now()
  const waits = mine.status === 'waitlisted'
  const started = hasBegun(event, mine.sessionIds, now)
  // Whoever waits can always leave: nobody is given a place of a session that has begun.
  const canCancel = waits || cancelEnds(event, mine) > now
  const whose = neighbour ? `，${mine.callName}` : ''

  async function cancel() {
    const answer = await giveBack(event.id, mine)
    setAsking(false)
    setTrouble(answer.ok ? null : answer.failure === 'offline' ? notHeard : wordsOf(answer, cancelRefusals))
    // Where 撤回 stands.
    if (answer.ok) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    onChanged()
  }

  async function take() {
    const answer = await takeOffered(event.id, mine)
    setTrouble(answer.ok ? null : answer.failure === 'offline' ? notHeard : wordsOf(answer, offerRefusals))
    onChanged()
  }

  return (
    <View className={css.one}>
      {waits ? <WaitingCard event={event} mine={mine} /> : <MySlip event={event} mine={mine} />}
      {neighbour && mine.offered && <View className={css.entry}><PlainButton fill onPress={() => void take()}>{`替${mine.callName}要这个名额`}</PlainButton></View>}
      <View className={css.words}>
        {!waits && <View>{neighbour ? `到门口说“${mine.callName}”就行。` : '到门口说您的称呼，或者给工作人员看这一页。'}</View>}
        {!waits && !started && <View>{cancelWords(event, mine, now) ?? '能取消的时间已经过了，来不了请告诉社区。'}</View>}
      </View>
      {!waits && !neighbour && <View className={css.entry}><PlainButton icon="scan" fill onPress={() => void Taro.navigateTo({ url: `/pages/resident/code/index?id=${event.id}` })}>入场码</PlainButton></View>}
      {trouble !== null && <Notice tone="attention">{trouble}</Notice>}
      <View className={css.links}>
        {!started && event.partyLimit > 1 && <TextLink label={`改人数${whose}`} onPress={() => { setTrouble(null); setResizing(true) }}>改人数</TextLink>}
        {canCancel && <TextLink label={`${waits ? '不排候补了' : '取消报名'}${whose}`} onPress={() => { setTrouble(null); setAsking(true) }}>{waits ? '不排候补了' : '取消报名'}</TextLink>}
      </View>
      <PartySheet event={event} mine={mine} neighbour={neighbour} open={resizing} onClose={() => setResizing(false)} onChanged={onChanged} />
      <Confirm
        open={asking}
        question={waits ? '不排候补了？' : neighbour ? `取消${mine.callName}的报名？` : '取消这次报名？'}
        words={waits ? '再来排，要从最后一位排起。' : `${event.title}，${mine.partySize} 个名额会让给别人。`}
        yes={waits ? '不排了' : '取消报名'}
        no={waits ? '接着排' : '不取消'}
        busy={busy && '正在取消…'}
        onYes={() => void cancel()}
        onNo={() => setAsking(false)}
      />
    </View>
  )
}
