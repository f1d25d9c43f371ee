/** The pair that is measured: one conditional update of a document that everybody wants, one insert with a fixed id. */
import type { Declaration } from '../../emulator/cloud/database/indexes'

/** An index on what is inserted, as every collection of the product has. */
export const declaration: Declaration = { hot: [], taken: [{ fields: { round: 1 } }] }

export const LEFT = 1_000_000

/** 500 bytes, like a small seat book. */
export function hotDocument(round: string) {
  const document = { _id: round, left: LEFT, status: 'published', closesAt: '2026-11-27T11:00:00.000Z', note: '' }
  return { ...document, note: '-'.repeat(500 - JSON.stringify(document).length) }
}

export function takenDocument(round: string, number: number) {
  return { _id: `${round}:${number}`, round, personKey: `p-yuyin-${number}`, partySize: 1, status: 'confirmed', callName: '王阿姨', at: '2026-11-20T02:00:00.000Z' }
}

/** What a database holds of a round afterwards. */
export interface Held { left: unknown; taken: number }
