/** 看号码: why, then the number, to be dialled. Closed, it is forgotten. */
import { useState } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { revealPhone } from '#contract/registrations/reveal-phone'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import type { RosterRow } from '../../../stores/attendance'
import { wordsOf } from '../../../stores/failure-words'
import { reveal } from '../../../stores/phones'
import { newRecordId } from '../../../stores/record'
import type { Sent } from '../../../stores/call'
import css from './sheets.module.scss'
import { phoneRefusals } from './wording'

type Reason = Sent<typeof revealPhone>['reason']
const reasons: readonly Reason[] = ['本人没到', '通知改期', '其他']

interface Props { row: Pick<RosterRow, 'personKey' | 'callName'>; eventId: string; onClose: () => void }

export function PhoneSheet({ row, eventId, onClose }: Props) {
  const [recordId] = useState(newRecordId)
  const [busy, setBusy] = useState<Reason | null>(null)
  const [phone, setPhone] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function look(reason: Reason) {
    setBusy(reason)
    setTrouble(null)
    const answer = await reveal({ recordId, eventId, personKey: row.personKey, reason })
    setBusy(null)
    if (answer.ok) setPhone(answer.value.phone)
    else setTrouble(wordsOf(answer, phoneRefusals))
  }

  return (
    <Sheet open title={`${row.callName}的电话`} onClose={onClose} foot={phone !== null && <MainButton onPress={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}>打电话</MainButton>}>
      {phone === null ? (
        <>
          <View className={css.note}>为什么要看号码？看了会记下来。</View>
          <View className={css.reasons}>
            {reasons.map((reason) => <PlainButton key={reason} fill busy={busy === reason && '正在取…'} disabled={busy !== null} onPress={() => void look(reason)}>{reason}</PlainButton>)}
          </View>
        </>
      ) : <View>{phone}</View>}
      {trouble !== null && <Notice tone="attention">{trouble}</Notice>}
    </Sheet>
  )
}
