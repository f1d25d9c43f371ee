/**
 * `sheets/<sessionId>`: the numbers on a session's sign-in sheet. A person's number is their place in `numbers`, from 1; it only grows, so
 * every sheet that was ever printed leads back to its people.
 */
import { command } from '../cloud'
import { audited } from './audit'
import { collection } from './collection'
import type { EventRecord, SessionRecord } from './events'
import { inTransaction } from './transaction'

interface SheetRecord {
  _id: string
  /** Person keys, in the order of the sheet. */
  numbers: string[]
  /** Who took it along, and how many rows it had then. */
  takenBy: Record<string, number>
}

const sheets = collection<SheetRecord>('sheets')

export async function numbersOf(sessionId: string): Promise<readonly string[]> {
  return (await sheets.find(sessionId))?.numbers ?? []
}

/**
 * Whoever of these has no number gets the next ones, in this order, and somebody takes the sheet along, with an entry in the audit. All
 * numbers. Again with nobody new: nothing is written. Throws NoKeys before anything is written.
 */
export function takeSheet(event: EventRecord, session: SessionRecord, expected: readonly string[], taken: { by: string; at: string }): Promise<readonly string[]> {
  const { by, at } = taken
  return inTransaction(async (transaction) => {
    const known = await transaction.find<SheetRecord>('sheets', session.id)
    const has = new Set(known?.numbers)
    const numbers = [...(known?.numbers ?? []), ...expected.filter((personKey) => !has.has(personKey))]
    if (known?.takenBy[by] === numbers.length) return numbers
    await audited(transaction, event.path, { action: 'reports/sign-in-sheet', by, about: session.id, facts: { rows: numbers.length } }, at)
    if (known) await transaction.update('sheets', session.id, { numbers: command.set(numbers), [`takenBy.${by}`]: numbers.length })
    else await transaction.add('sheets', { _id: session.id, numbers, takenBy: { [by]: numbers.length } } satisfies SheetRecord)
    return numbers
  })
}
