/** The long way: how many of a party are here. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { MainButton } from '../../../components/main-button'
import { Sheet } from '../../../components/sheet'
import { Stepper } from '../../../components/stepper'
import type { RosterRow } from '../../../stores/attendance'
import css from './sheets.module.scss'

interface Props { row: RosterRow | null; onClose: () => void; onChoose: (row: RosterRow, present: number) => void }

export function PartySheet({ row, onClose, onChoose }: Props) {
  const [chosen, setChosen] = useState<{ personKey: string; present: number } | null>(null)
  const present = row === null ? 1 : chosen?.personKey === row.personKey ? chosen.present : row.present ?? row.partySize
  return (
    <Sheet open={row !== null} title={row ? `${row.callName}，到了几人` : '到了几人'} onClose={onClose} foot={<MainButton onPress={() => { if (row) onChoose(row, present) }}>记下</MainButton>}>
      {row && <Stepper label="到了几人" unit="人" value={present} min={1} max={row.partySize} onChange={(n) => setChosen({ personKey: row.personKey, present: n })} />}
      {row && <View className={css.note}>报名 {row.partySize} 人。多来的人，用现场登记。</View>}
    </Sheet>
  )
}
