/** How many of a party signed. */
import { useState } from 'react'
import { MainButton } from '../../../components/main-button'
import { Sheet } from '../../../components/sheet'
import { presentOf, type SheetForm } from '../../../stores/sheet-form'
import type { SheetRow } from '../../../stores/sheet-queued'
import { CountField } from '../count-field'
import { peopleOf } from '../people-typed'

interface Props { row: SheetRow | null; form: SheetForm; onClose: () => void; onChoose: (personKey: string, present: number) => void }

export function PartyOfRow({ row, form, onClose, onChoose }: Props) {
  const [chosen, setChosen] = useState<{ of: string; text: string } | null>(null)
  const text = row === null ? '1' : chosen?.of === row.personKey ? chosen.text : String(presentOf(row, form))
  const present = peopleOf(text, row?.partySize ?? 1)
  return (
    <Sheet open={row !== null} title={row ? `${row.callName}，到了几人` : ''} onClose={onClose} foot={<MainButton disabled={typeof present === 'object'} onPress={() => { if (row && typeof present === 'number') onChoose(row.personKey, present) }}>就这样</MainButton>}>
      {row && <CountField label="到了几人" text={text} max={row.partySize} onChange={(entered) => setChosen({ of: row.personKey, text: entered })} />}
    </Sheet>
  )
}
