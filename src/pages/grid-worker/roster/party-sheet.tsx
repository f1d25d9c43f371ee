/** The long way: how many of a party are here. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { MainButton } from '../../../components/main-button'
import { Sheet } from '../../../components/sheet'
import type { RosterRow } from '../../../stores/attendance'
import { CountField } from '../count-field'
import { peopleOf } from '../people-typed'
import css from './sheets.module.scss'

interface Props { row: RosterRow | null; onClose: () => void; onChoose: (row: RosterRow, present: number) => void }

export function PartySheet({ row, onClose, onChoose }: Props) {
  const [chosen, setChosen] = useState<{ personKey: string; text: string } | null>(null)
  const text = chosen?.personKey === row?.personKey ? chosen?.text ?? '' : String(row?.present ?? row?.partySize ?? 1)
  const present = peopleOf(text, row?.partySize ?? 1)
  return (
    <Sheet open={row !== null} title={row ? `${row.callName}，到了几人` : '到了几人'} onClose={onClose} foot={<MainButton disabled={typeof present === 'object'} onPress={() => { if (row && typeof present === 'number') onChoose(row, present) }}>记下</MainButton>}>
      {row && <CountField label="到了几人" text={text} max={row.partySize} onChange={(entered) => setChosen({ personKey: row.personKey, text: entered })} />}
      {row && <View className={css.note}>报名 {row.partySize} 人。多来的人，用现场登记。</View>}
    </Sheet>
  )
}
