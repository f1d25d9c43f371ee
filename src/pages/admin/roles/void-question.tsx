import { useState } from 'react'
import { Confirm } from '../../../components/confirm'
import { wordsOf } from '../../../stores/failure-words'
import { voidInvitation, type Invitation } from '../../../stores/roles'
import { voidRefusals, words } from './wording'

/** Says what became of it, whichever way; null: it stays. */
export function VoidQuestion({ of, onDone }: { of: Invitation | null; onDone(said: string | null): void }) {
  const [busy, setBusy] = useState(false)
  const voidNow = async () => {
    if (!of) return
    setBusy(true)
    const answer = await voidInvitation(of.invitationId)
    setBusy(false)
    onDone(answer.ok ? words.voided : wordsOf(answer, voidRefusals))
  }
  return <Confirm open={of !== null} question={words.voidQuestion(of?.name ?? '')} words={words.voidNote} yes={words.void} no={words.keep} busy={busy && words.voiding} onYes={() => void voidNow()} onNo={() => onDone(null)} />
}
