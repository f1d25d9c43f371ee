/** Changes among the units below one: two at once see each other by the `rev` of the unit that they are below. */
import { command } from '../cloud'
import { placedIn } from '../rules/unit-place'
import { inTransaction, type Transaction } from './transaction'
import { finishImports } from './unit-imports'
import { everyChildOf, findUnitRecord, type UnitRecord } from './units'

/**
 * A change among the children of a unit, in one transaction and as if nobody else changed them: `children` are those of the month and
 * those that a decided move will bring, with all of an import that was accepted before. null: the parent is gone.
 */
export async function changeChildren<T>(parentId: string, month: string, work: (transaction: Transaction, parent: UnitRecord, children: readonly UnitRecord[]) => Promise<T>): Promise<T | null> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    // In this order: an import accepted before the `rev` was read is put in place before the children are, and one accepted after it moves the `rev`.
    const seen = await findUnitRecord(parentId)
    if (!seen) return null
    await finishImports()
    const children = await everyChildOf(parentId)
    const done = await inTransaction(async (transaction) => {
      const parent = await transaction.find<UnitRecord>('units', parentId)
      if (!parent || (parent.rev ?? 0) !== (seen.rev ?? 0)) return null
      let changed = false
      const noting: Transaction = {
        find: transaction.find,
        add: (...added) => { changed = true; return transaction.add(...added) },
        update: (...change) => { changed = true; return transaction.update(...change) },
      }
      const outcome = await work(noting, placedIn(parent, month), children)
      if (changed) await transaction.update('units', parentId, { rev: command.inc(1) })
      return { outcome }
    })
    if (done) return done.outcome
  }
  throw new Error('the children kept changing')
}

const mostTries = 5
