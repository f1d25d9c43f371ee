/** The server's answer to one record. The hash is of the input as the contract reads it, so that a device can compare. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../contract/canonical-json'
import type { Receipt } from '../../../contract/values'

export function receiptFor(input: { recordId: string }, outcome: Receipt['outcome']): Receipt {
  return { recordId: input.recordId, hash: createHash('sha256').update(canonicalJson(input)).digest('hex'), outcome }
}
