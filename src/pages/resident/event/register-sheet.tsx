/** 称呼, 楼号, how many come, and a phone for whoever likes to be called. Filled in beforehand where it is known, so that signing up is one more tap. */
import { useState } from 'react'
import type { EventDetail, MyRegistration } from '#contract/events/event'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { Stepper } from '../../../components/stepper'
import { TextField } from '../../../components/text-field'
import { wordsOf } from '../../../stores/failure-words'
import type { Me } from '../../../stores/people'
import { takePlaces, useRegistering } from '../../../stores/registrations'
import { partyRoom } from './standing'
import { registerRefusals } from './wording'

interface Props { event: EventDetail; sessionIds: string[]; me: Me | null; open: boolean; onClose: () => void; onDone: (mine: MyRegistration) => void; onChanged: () => void }

export function RegisterSheet({ event, sessionIds, me, open, onClose, onDone, onChanged }: Props) {
  // null: not typed in, so what is known stands there, also when it comes late.
  const [typedName, setName] = useState<string | null>(null)
  const [typedBuilding, setBuilding] = useState<string | null>(null)
  const [phone, setPhone] = useState('')
  const [partySize, setPartySize] = useState(1)
  const [trouble, setTrouble] = useState<{ at: 'name' | 'all'; words: string } | null>(null)
  const busy = useRegistering(({ busy }) => busy === 'register')
  const callName = typedName ?? me?.callName ?? ''
  const building = typedBuilding ?? me?.building ?? ''
  const most = partyRoom(event, sessionIds)

  async function send() {
    if (callName.trim() === '') return setTrouble({ at: 'name', words: '请填写称呼' })
    setTrouble(null)
    const answer = await takePlaces({
      eventId: event.id, sessionIds, partySize: Math.min(partySize, most), callName, ...(building.trim() === '' ? {} : { building }), ...(phone.trim() === '' ? {} : { phone }),
    })
    if (answer.ok) return onDone(answer.value)
    setTrouble({ at: 'all', words: wordsOf(answer, registerRefusals) })
    onChanged()
  }

  return (
    <Sheet open={open} title="报名" onClose={onClose} foot={<MainButton onPress={() => void send()} busy={busy && '正在报名…'}>报名</MainButton>}>
      <TextField label="怎么称呼您" value={callName} onChange={setName} placeholder="比如 张阿姨" maxLength={12} wrong={trouble?.at === 'name' ? trouble.words : null} />
      <TextField label="楼号（可以不填）" value={building} onChange={setBuilding} placeholder="比如 5号楼" maxLength={12} />
      <Heading as="label">一行几人，连您在内</Heading>
      <Stepper label="一行几人" value={Math.min(partySize, most)} onChange={setPartySize} min={1} max={most} unit="人" />
      <TextField label="电话（可以不填）" value={phone} onChange={setPhone} keys="number" placeholder="手机号" maxLength={24} hint="只在活动有变化时给您打电话。加密保存，活动结束后 90 天删除" />
      {trouble?.at === 'all' && <Notice tone="attention">{trouble.words}</Notice>}
    </Sheet>
  )
}
