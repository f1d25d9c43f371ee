/** The chosen lines go out one after the other: whoever stands earlier in the 接龙 gets the place. A lost line stops it; pressing again goes on from there. */
import { useState } from 'react'
import { mayHaveArrived, wordsOf } from '../../../stores/failure-words'
import { registerNeighbour } from '../../../stores/names'
import type { ChainLine } from '../../../stores/read-chain'
import { registerRefusals, words } from './wording'

export type Outcome = { is: 'confirmed' | 'waitlisted' } | { is: 'refused'; why: string }

export function useSending(eventId: string) {
  const [outcomes, setOutcomes] = useState<Record<number, Outcome>>({})
  /** The how manieth of the chosen lines is on its way; null: none. */
  const [at, setAt] = useState<number | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [isDone, setDone] = useState(false)

  async function send(lines: readonly ChainLine[], sessionIds: string[], answersOf: (index: number) => Record<string, string | number>): Promise<void> {
    setSaid(null)
    const chosen = lines.flatMap((line, index) => (line.chosen ? [{ line, index }] : []))
    for (const [n, { line, index }] of chosen.entries()) {
      if (outcomes[index] && outcomes[index].is !== 'refused') continue
      setAt(n)
      const { callName, building, people: partySize, children } = line
      const answers = answersOf(index)
      const answer = await registerNeighbour({ eventId, sessionIds, partySize, children, callName, ...(building !== '' && { building }), ...(Object.keys(answers).length > 0 && { answers }) })
      if (!answer.ok && mayHaveArrived(answer)) {
        setAt(null)
        return setSaid(words.stopped)
      }
      const outcome: Outcome = answer.ok ? { is: answer.value.status === 'waitlisted' ? 'waitlisted' : 'confirmed' } : { is: 'refused', why: wordsOf(answer, registerRefusals) }
      setOutcomes((before) => ({ ...before, [index]: outcome }))
    }
    setAt(null)
    setDone(true)
  }
  const all = Object.values(outcomes)
  return {
    outcomes, at, said, isDone, send, say: setSaid,
    count: (is: Outcome['is']) => all.filter((one) => one.is === is).length,
    refused: all.filter(({ is }) => is === 'refused').length,
    startAgain: () => { setOutcomes({}); setSaid(null); setDone(false) },
  }
}
