/** 撤回: what was just given back, for half a minute. It counts in words, and where the time is over it stays and says so. */
import { useEffect, useState } from 'react'
import type { EventDetail } from '#contract/events/event'
import { Notice } from '../../../components/notice'
import { wordsOf } from '../../../stores/failure-words'
import { takeBack, useGivenBack, useRegistering } from '../../../stores/registrations'
import { notHeard, undoRefusals } from './wording'

export function GivenBack({ event, onChanged }: { event: EventDetail; onChanged: () => void }) {
  const given = useGivenBack(({ given: one }) => (one?.eventId === event.id ? one : null))
  const busy = useRegistering(({ busy: doing }) => doing === 'undo')
  const [now, setNow] = useState(Date.now)
  const [trouble, setTrouble] = useState<string | null>(null)
  const until = given?.until ?? 0
  useEffect(() => {
    setNow(Date.now())
    if (until === 0) return
    setTrouble(null)
    const ticking = setInterval(() => { setNow(Date.now()); if (Date.now() >= until) clearInterval(ticking) }, 1000)
    return () => clearInterval(ticking)
  }, [until])

  async function undo() {
    const answer = await takeBack()
    if (!answer) return
    setTrouble(answer.ok ? null : answer.failure === 'offline' ? notHeard : wordsOf(answer, undoRefusals))
    onChanged()
  }

  const seconds = Math.max(0, Math.ceil((until - now) / 1000))
  if (trouble !== null && seconds === 0) return <Notice tone="attention">{trouble}</Notice>
  if (!given) return trouble === null ? null : <Notice tone="attention">{trouble}</Notice>
  const who = given.mine.personKey === event.mine?.personKey ? '报名取消了' : `${given.mine.callName}的报名取消了`
  if (seconds === 0) return <Notice icon="tick" note="还想来，可以再报名。">{who}</Notice>
  return <Notice icon="tick" note={trouble ?? (busy ? '正在撤回…' : `${seconds} 秒内还可以撤回`)} act={{ text: '撤回', onPress: () => void undo() }}>{who}</Notice>
}
