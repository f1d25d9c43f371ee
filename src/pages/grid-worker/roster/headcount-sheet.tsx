/** 现场清点: everybody in the room, those checked in included. The latest count is the one that counts. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Room } from '#contract/attendance/room'
import type { Softness } from '#contract/values'
import { MainButton } from '../../../components/main-button'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { Stepper } from '../../../components/stepper'
import { countRoom } from '../../../stores/attendance'
import css from './sheets.module.scss'

interface Props { open: boolean; sessionId: string; room: Room; onClose: () => void }

type Soft = Extract<Softness, 'exact' | 'over' | 'about'>

const counted: readonly { key: Soft; text: string }[] = [{ key: 'exact', text: '正好' }, { key: 'over', text: '余' }, { key: 'about', text: '约' }]

export function HeadcountSheet({ open, sessionId, room, onClose }: Props) {
  const [typed, setTyped] = useState<number | null>(null)
  const [softness, setSoftness] = useState<Soft>('exact')
  const recorded = room.signedIn + room.walkIns
  // Who came in since the last count is in the room as well.
  const people = typed ?? Math.max(1, recorded, room.headcount ?? 0)
  const send = () => {
    void countRoom(sessionId, people, softness)
    setTyped(null)
    onClose()
  }
  const words = `现场一共多少人${recorded > 0 ? `，连已签到、已登记的 ${recorded} 人在内` : ''}。`
  return (
    <Sheet open={open} title="清点" onClose={onClose} foot={<MainButton onPress={send}>记下</MainButton>}>
      <View className={css.note}>{words}</View>
      <Stepper label="现场人数" unit="人" value={people} min={1} max={100000} onChange={setTyped} />
      <View className={css.soft}><Segmented<Soft> label="数得准不准" items={counted} chosen={softness} onChange={setSoftness} /></View>
    </Sheet>
  )
}
