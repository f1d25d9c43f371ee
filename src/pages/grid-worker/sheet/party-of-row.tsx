/** How many of a party signed. */
import { useState } from 'react'
import { MainButton } from '../../../components/main-button'
import { Sheet } from '../../../components/sheet'
import { Stepper } from '../../../components/stepper'
import { presentOf, type SheetForm } from '../../../stores/sheet-form'
import type { SheetRow } from '../../../stores/sheet-queued'

interface Props { row: SheetRow | null; form: SheetForm; onClose: () => void; onChoose: (personKey: string, present: number) => void }

export function PartyOfRow({ row, form, onClose, onChoose }: Props) {
  const [chosen, setChosen] = useState<{ of: string; present: number } | null>(null)
  const present = row === null ? 1 : chosen?.of === row.personKey ? chosen.present : presentOf(row, form)
  return (
    <Sheet open={row !== null} title={row ? `${row.callName}，到了几人` : ''} onClose={onClose} foot={<MainButton onPress={() => { if (row) onChoose(row.personKey, present) }}>就这样</MainButton>}>
      {row && <Stepper label="到了几人" unit="人" value={present} min={1} max={row.partySize} onChange={(n) => setChosen({ of: row.personKey, present: n })} />}
    </Sheet>
  )
}
