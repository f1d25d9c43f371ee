/** The server's answer to one record. The hash is of the input as the contract reads it, so that a device can compare. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../contract/canonical-json'
import type { Receipt } from '../../../contract/values'

export function receiptFor(input: { recordId: string }, outcome: Receipt['outcome']): Receipt {
  return { recordId: input.recordId, hash: hashOf(input), outcome }
}

/**
 * Of what was sent, as it was read and kept. What the schema filled in is left out, so a phone that does not know of a new field computes the same; what was sent and
 * not kept is missing, so a phone that is newer than the server keeps its record.
 */
export function hashOfSent(sent: unknown, read: unknown): string {
  return hashOf(partSent(sent, read))
}

function partSent(sent: unknown, read: unknown): unknown {
  if (!isObject(sent) || !isObject(read)) return read
  return Object.fromEntries(Object.entries(read).filter(([field]) => Object.hasOwn(sent, field)).map(([field, value]) => [field, partSent(sent[field], value)]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
