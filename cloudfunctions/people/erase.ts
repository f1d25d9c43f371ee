import type { eraseMe } from '../../contract/people/erase'
import { beginErasure } from '../_shared/records/erasures'
import { openidOfPerson, type OpenidRecord } from '../_shared/records/openids'
import { inTransaction } from '../_shared/records/transaction'
import { rootUnits } from '../_shared/records/units'
import { instant } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'
import { eraseAll } from './erasing'

/** Far below the function's time limit, in ms; the next call goes on. */
const patience = 8_000

export const handleErase: Handler<typeof eraseMe> = async (_input, { caller, now, refuse }) => {
  const { personKey } = caller
  const openid = await openidOfPerson(personKey)
  if (openid === null) return { done: true } // the same call from another device was faster
  const [root] = await rootUnits()
  const begun = await inTransaction(async (transaction) => {
    const person = await transaction.find<OpenidRecord>('openids', openid)
    if (person?.personKey !== personKey) return 'gone'
    // Somebody must do the work and answer for it: a role is handed over first.
    if (person.roles.length > 0) return 'holds-roles'
    await beginErasure(transaction, person, root === undefined ? null : [root], instant(now))
    return 'begun'
  })
  if (begun === 'holds-roles') return refuse('holds-roles')
  if (begun === 'gone') return { done: true }
  return { done: await eraseAll(personKey, now, { until: Date.now() + patience }) }
}
