/** 改人数: fewer always, more where they fit. */
import { useEffect, useState } from 'react'
import type { EventDetail, MyRegistration } from '#contract/events/event'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { wordsOf } from '../../../stores/failure-words'
import { changeTo, useRegistering } from '../../../stores/registrations'
import { PartySteppers } from './party-steppers'
import { SheetFoot } from './sheet-foot'
import { partyMost } from './standing'
import { changeRefusals } from './wording'

interface Props { event: EventDetail; mine: MyRegistration; neighbour: boolean; open: boolean; onClose: () => void; onChanged: () => void }

export function PartySheet({ event, mine, neighbour, open, onClose, onChanged }: Props) {
  const before = { adults: mine.partySize - mine.children, children: mine.children }
  const [party, setParty] = useState(before)
  const [trouble, setTrouble] = useState<string | null>(null)
  const busy = useRegistering(({ busy: doing }) => doing === 'change')
  // What was chosen stays when the sheet is closed, until it is granted.
  useEffect(() => setParty({ adults: mine.partySize - mine.children, children: mine.children }), [mine.wish])
  useEffect(() => setTrouble(null), [open])

  async function save() {
    const answer = await changeTo(event.id, mine, { partySize: party.adults + party.children, children: party.children })
    if (!answer.ok) setTrouble(wordsOf(answer, changeRefusals))
    else onClose()
    onChanged()
  }
  const same = party.adults === before.adults && party.children === before.children
  return (
    <Sheet open={open} title="改人数" onClose={onClose} foot={<SheetFoot trouble={trouble}><MainButton disabled={same} busy={busy && '正在改…'} onPress={() => void save()}>就这么改</MainButton></SheetFoot>}>
      <PartySteppers party={party} most={Math.max(mine.partySize, partyMost(event, mine.sessionIds))} me={!neighbour} onChange={setParty} />
      {mine.status === 'waitlisted' && <Notice>改了人数，候补的先后不变。</Notice>}
    </Sheet>
  )
}
