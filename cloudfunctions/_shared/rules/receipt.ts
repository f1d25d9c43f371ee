/** The server's answer to one record. The hash is of the input as the contract reads it, keys in order, so that a device can compare. */
import { createHash } from 'node:crypto'
import type { Receipt } from '../../../contract/values'

export function receiptFor(input: { recordId: string }, outcome: Receipt['outcome']): Receipt {
  return { recordId: input.recordId, hash: createHash('sha256').update(canonicalJson(input)).digest('hex'), outcome }
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}
