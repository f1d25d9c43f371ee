/** Which 码卡 of a person is good: a number on `people/<personKey>`. A new one makes all before it worthless. */
import { personRecord, type PersonRecord } from './people'
import { inTransaction } from './transaction'

/** From 1; who was never heard of has their first. */
export function cardNumberOf(person: PersonRecord | null): number {
  return person?.card ?? 1
}

/** The next one, where `lost` is still the good one; otherwise nothing changes. Answers the good one. */
export async function replaceCard(personKey: string, lost: number): Promise<number> {
  return inTransaction(async (transaction) => {
    const known = await transaction.find<PersonRecord>('people', personKey)
    const good = cardNumberOf(known)
    if (good !== lost) return good
    if (known) await transaction.update('people', personKey, { card: good + 1 })
    else await transaction.add('people', personRecord(personKey, { card: good + 1 }))
    return good + 1
  })
}
