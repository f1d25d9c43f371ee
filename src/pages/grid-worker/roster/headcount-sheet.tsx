/** 现场清点: everybody in the room, those checked in included. The latest count is the one that counts. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Room } from '#contract/attendance/room'
import type { Softness } from '#contract/values'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { countRoom } from '../../../stores/attendance'
import { CountField } from '../count-field'
import { peopleOf } from '../people-typed'
import { whyUnkept } from '../queue-words'
import { useOnce } from '../use-once'
import css from './sheets.module.scss'

interface Props { open: boolean; sessionId: string; room: Room; onClose: () => void }

type Soft = Extract<Softness, 'exact' | 'over' | 'about'>

const counted: readonly { key: Soft; text: string }[] = [{ key: 'exact', text: '正好' }, { key: 'over', text: '余' }, { key: 'about', text: '约' }]

export function HeadcountSheet({ open, sessionId, room, onClose }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [softness, setSoftness] = useState<Soft>('exact')
  const once = useOnce(open)
  const recorded = room.signedIn + room.walkIns
  // Who came in since the last count is in the room as well.
  const text = typed ?? String(Math.max(1, recorded, room.headcount ?? 0))
  const people = peopleOf(text, 100_000)
  const send = async () => {
    if (typeof people === 'object') return false
    const queued = await countRoom(sessionId, people, softness)
    setWrong(queued.ok ? null : whyUnkept(queued))
    if (!queued.ok) return false
    setTyped(null)
    onClose()
    return true
  }
  const words = `现场一共多少人${recorded > 0 ? `，连已签到、已登记的 ${recorded} 人在内` : ''}。`
  return (
    <Sheet open={open} title="清点" onClose={onClose} foot={<MainButton disabled={typeof people === 'object'} onPress={() => void once(send)}>记下</MainButton>}>
      <View className={css.note}>{words}</View>
      <CountField label="现场人数" text={text} max={100_000} onChange={setTyped} />
      <View className={css.soft}><Segmented<Soft> label="数得准不准" items={counted} chosen={softness} onChange={setSoftness} /></View>
      {wrong !== null && <Notice tone="attention">{wrong}</Notice>}
    </Sheet>
  )
}
