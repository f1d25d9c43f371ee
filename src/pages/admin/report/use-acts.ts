/** What a person does with a report, and what became of it in words. */
import { useState } from 'react'
import { wordsOf } from '../../../stores/failure-words'
import { approve, makeWord, sendBack, submit, type makeExcel, type ReportOf } from '../../../stores/reports'
import { takeFile } from '../frame/take-file'
import type { Remarked } from './send-back-sheet'
import type { Standing } from './way-up'
import { approveRefusals, refusals, sendBackRefusals, submitRefusals, words } from './wording'

export type Open = 'submit' | 'approve' | 'send-back' | null

interface Of { unitId: string | null; month: string; /** What the files are of. */ of: ReportOf | null; standing: Standing | null; /** After something was done, or found to be otherwise. */ again(): void }

export function useActs({ unitId, month, of, standing, again }: Of) {
  /** What became of the last act; stays until the next. */
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState<'word' | 'act' | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const hash = standing?.steps.filter((step) => step.what === 'submit').at(-1)?.hash ?? ''

  /** The refusal in words, or null. */
  async function done(sentence: string, act: () => Promise<string | null>): Promise<string | null> {
    setBusy('act')
    const refused = await act()
    setBusy(null)
    if (refused === null) setOpen(null)
    setSaid(refused ?? sentence)
    again()
    return refused
  }
  return {
    said, setSaid, busy, open, setOpen,
    download: async (make: typeof makeWord | typeof makeExcel = makeWord) => {
      if (of === null) return
      setBusy('word')
      setSaid(null)
      setSaid((await takeFile(make(of), { ...refusals })).words)
      setBusy(null)
    },
    submit: (missing: { unitId: string; reason: string }[]) => done(words.submitted, async () => {
      if (unitId === null || !standing) return null
      const answer = await submit({ unitId, month, steps: standing.steps.length, missing })
      return answer.ok ? null : wordsOf(answer, submitRefusals)
    }),
    approve: () => done(words.approved, async () => {
      if (unitId === null || !standing) return null
      const answer = await approve({ unitId, month, hash, alone: standing.may.alone })
      return answer.ok ? null : wordsOf(answer, approveRefusals)
    }),
    sendBack: (remarks: Remarked[]) => done(words.sentBack, async () => {
      if (unitId === null) return null
      const answer = await sendBack({ unitId, month, hash, remarks })
      return answer.ok ? null : wordsOf(answer, sendBackRefusals)
    }),
  }
}
