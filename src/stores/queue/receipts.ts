/**
 * What an answer means for a record. It leaves the phone for one reason only: a receipt with its id and the hash of its content as this
 * phone computed it. An answer that is none (a café's login page says 200 too) leaves it where it is. Pure.
 */
import type { CommonFailure } from '#contract/call'
import { contentHash } from './content-hash'
import type { Content, Trouble } from './queued-record'

export type Verdict =
  | { is: 'receipted'; value: unknown }
  | { is: 'refused'; trouble: Trouble }
  | { is: 'again'; trouble: Trouble }

/** These pass by themselves; whatever else is answered stays so however often it is sent. `not-yet`: time was up before its turn. */
const passing = new Set<string>(['offline', 'internal', 'too-fast', 'who-are-you', 'not-yet'] satisfies (CommonFailure | 'not-yet')[])

export function isPassing(failure: string): boolean {
  return passing.has(failure)
}

export function troubleOf({ failure, message }: Trouble): Trouble {
  return message === undefined ? { failure } : { failure, message }
}

/** `answers`: as they came, unread. */
export function judged(record: Content, answers: unknown): Verdict {
  const answer = (Array.isArray(answers) ? answers : []).find((one: unknown) => (one as { recordId?: unknown } | null)?.recordId === record.input.recordId) as Partial<Answered> | undefined
  if (answer?.ok === false && typeof answer.failure === 'string') {
    const trouble = troubleOf(answer as Trouble)
    return isPassing(answer.failure) ? { is: 'again', trouble } : { is: 'refused', trouble }
  }
  if (answer?.ok === true && isReceiptOf(record, answer.value)) return { is: 'receipted', value: answer.value }
  return { is: 'again', trouble: { failure: 'no-receipt' } }
}

interface Answered { ok: boolean; value: unknown; failure: string; message: string }

function isReceiptOf({ input }: Content, value: unknown): boolean {
  const { recordId, hash } = (value ?? {}) as { recordId?: unknown; hash?: unknown }
  return recordId === input.recordId && hash === contentHash(input)
}
