/** By what a worker's phone proves one person's codes at one session without signal (contract/attendance/door-check.ts). */
import { createHash } from 'node:crypto'
import type { CodeKey } from '../../../contract/attendance/door-code'
import { checkOf, printBytes } from '../../../contract/attendance/door-check'
import { checkKeys } from './entry-code'

/** A phone can say of so many lost cards that they are replaced; of older ones the server does. */
const mostReplaced = 3

/** `card`: the number of the one that is good. Throws NoKeys. */
export function doorChecks(sessionId: string, personKey: string, card: number): { checks: string[]; replaced: string[] } {
  const good = checkKeys(sessionId, personKey, card)
  const lost = Array.from({ length: Math.min(mostReplaced, card - 1) }, (_, i) => card - 1 - i)
  return {
    checks: [...good.entry, ...good.card].map((code) => checkOf(printOf(code), code.key)),
    replaced: lost.flatMap((number) => checkKeys(sessionId, personKey, number).card.map(printOf)),
  }
}

function printOf({ prefix }: CodeKey): string {
  return createHash('sha256').update(prefix).digest().subarray(0, printBytes).toString('base64url')
}
