import type { card } from '../../contract/people/card'
import { cardNumberOf, replaceCard } from '../_shared/records/cards'
import { findPerson } from '../_shared/records/people'
import { cardCode } from '../_shared/secrets/entry-code'
import type { Handler } from '../_shared/serve'

export const handleCard: Handler<typeof card> = async ({ personKey: neighbour, replaces }, { caller, refuse }) => {
  const personKey = neighbour ?? caller.personKey
  const person = await findPerson(personKey)
  if (personKey !== caller.personKey && !person?.vouchedBy.includes(caller.personKey)) return refuse('person-not-found')
  // First, so that without keys nothing is replaced.
  const good = cardNumberOf(person)
  const before = cardCode(personKey, good)
  const number = replaces === undefined ? good : await replaceCard(personKey, replaces)
  return { code: number === good ? before : cardCode(personKey, number), number, callName: person?.callName ?? null }
}
