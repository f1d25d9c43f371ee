/** A worker scans codes: one at a time, sent again under the same record id where the line was lost. */
import { create } from './forgettable'
import type { Answer } from '#contract/call'
import { checkInCode } from '#contract/attendance/check-in-code'
import { tookIn } from './attendance'
import { call, type Sent } from './call'
import { mayHaveArrived } from './failure-words'
import { newRecord } from './record'

export interface Scan { input: Sent<typeof checkInCode>; answer: Answer<typeof checkInCode> | null }

/** `answer` is null while it is on its way. */
export const useScan = create<{ one: Scan | null }>()(() => ({ one: null }))

export function takeCode(sessionId: string, code: string): Promise<void> {
  return send({ ...newRecord(), sessionId, code })
}

/** As it was scanned, at that moment: it stays good. */
export async function takeCodeAgain(): Promise<void> {
  const { one } = useScan.getState()
  if (one?.answer?.ok === false && mayHaveArrived(one.answer)) await send(one.input)
}

export function closeScan(): void {
  useScan.setState({ one: null })
}

async function send(input: Scan['input']): Promise<void> {
  useScan.setState({ one: { input, answer: null } })
  const answer = await call(checkInCode, input)
  if (answer.ok) tookIn({ sessionId: input.sessionId, personKey: answer.value.personKey, present: answer.value.present, at: input.at, recordId: input.recordId })
  if (useScan.getState().one?.input === input) useScan.setState({ one: { input, answer } })
}
