/**
 * `sheets/<sessionId>`: the numbers on a session's sign-in sheet. A person's number is their place in `numbers`, from 1; it only grows, so
 * every sheet that was ever printed leads back to its people.
 */
import { lineMost } from '../../../contract/attendance/walk-in'
import { command } from '../cloud'
import { audited } from './audit'
import { collection } from './collection'
import type { EventRecord, SessionRecord } from './events'
import { inTransaction } from './transaction'

/** `recordId`: by which that copy was asked for. */
interface BlankRows { recordId: string; from: number; to: number }

interface SheetRecord {
  _id: string
  /** Person keys, in the order of the sheet. */
  numbers: string[]
  /** Who took it along, and how many rows it had then. */
  takenBy: Record<string, number>
  /** Which blank rows (现1 …) each copy has. */
  copies: BlankRows[]
}

const sheets = collection<SheetRecord>('sheets')

export async function numbersOf(sessionId: string): Promise<readonly string[]> {
  return (await sheets.find(sessionId))?.numbers ?? []
}

interface Taken { by: string; at: string; recordId: string; /** Blank rows on this copy. */ blank: number }

/**
 * Whoever of these has no number gets the next ones, in this order, and somebody takes a copy along: with an entry in the audit where it has names that they did not
 * take before. Each copy has blank rows of its own, so that two tables never write into the same one. Again: that copy. Throws NoKeys before anything is written.
 */
export function takeSheet(event: EventRecord, session: SessionRecord, expected: readonly string[], taken: Taken): Promise<{ numbers: readonly string[]; blankFrom: number }> {
  const { by, at } = taken
  return inTransaction(async (transaction) => {
    const known = await transaction.find<SheetRecord>('sheets', session.id)
    const has = new Set(known?.numbers)
    const numbers = [...(known?.numbers ?? []), ...expected.filter((personKey) => !has.has(personKey))]
    const copy = copyOf(known, taken)
    const copies = [...(known?.copies ?? []).filter(({ recordId }) => recordId !== copy.recordId), copy]
    const isNews = known?.takenBy[by] !== numbers.length
    if (!isNews && known?.copies.includes(copy)) return { numbers, blankFrom: copy.from }
    if (isNews && numbers.length > 0) await audited(transaction, event.path, { action: 'reports/sign-in-sheet', by, about: session.id, facts: { rows: numbers.length } }, at)
    if (known) await transaction.update('sheets', session.id, { numbers: command.set(numbers), [`takenBy.${by}`]: numbers.length, copies: command.set(copies) })
    else await transaction.add('sheets', { _id: session.id, numbers, takenBy: { [by]: numbers.length }, copies } satisfies SheetRecord)
    return { numbers, blankFrom: copy.from }
  })
}

/** After the last one that was handed out; of more copies than anybody prints the first numbers come again. */
function copyOf(known: SheetRecord | null, { recordId, blank }: Taken): BlankRows {
  const before = known?.copies.find((one) => one.recordId === recordId)
  if (before && before.to - before.from + 1 >= blank) return before
  const last = Math.max(0, ...(known?.copies ?? []).map(({ to }) => to))
  const from = last + blank > lineMost ? 1 : last + 1
  return { recordId, from, to: from + blank - 1 }
}
