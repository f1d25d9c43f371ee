/** A person's registrations at some events, and where those that wait stand: one operation, however many wait. */
import { command, db } from '../cloud'
import { registrations, type RegistrationRecord } from './registrations'

export interface Placed { record: RegistrationRecord; /** 候补第几位, from 1; null: does not wait. */ position: number | null }

interface Grouped { mine: { record: RegistrationRecord; before: number }[] }

/** Those that the person made, for themselves and for neighbours. `waiting`: the events at which anybody waits. */
export async function registrationsBy(personKey: string, eventIds: readonly string[], waiting: readonly string[]): Promise<Placed[]> {
  if (eventIds.length === 0) return []
  const own = { by: personKey, eventId: command.in([...eventIds]) }
  if (waiting.length === 0) return (await registrations.list(own)).map((record) => ({ record, position: null }))
  const { aggregate } = command
  const isBefore = aggregate.or([
    aggregate.lt(['$$other.at', '$$me.joinedAt']),
    aggregate.and([aggregate.eq(['$$other.at', '$$me.joinedAt']), aggregate.lt(['$$other.id', '$$me._id'])]),
  ])
  const { list } = (await db.collection('registrations').aggregate()
    .match(command.or([own, { eventId: command.in([...waiting]), status: 'waitlisted' }]))
    .group({
      _id: '$eventId',
      mine: aggregate.push(aggregate.cond([aggregate.eq(['$by', personKey]), '$$ROOT', null])),
      queue: aggregate.push(aggregate.cond([aggregate.eq(['$status', 'waitlisted']), { at: '$joinedAt', id: '$_id' }, null])),
    })
    .project({
      mine: aggregate.filter({ input: '$mine', as: 'one', cond: aggregate.neq(['$$one', null]) }),
      queue: aggregate.filter({ input: '$queue', as: 'one', cond: aggregate.neq(['$$one', null]) }),
    })
    .project({
      mine: aggregate.map({ input: '$mine', as: 'me', in: { record: '$$me', before: aggregate.size(aggregate.filter({ input: '$queue', as: 'other', cond: isBefore })) } }),
    })
    .limit(eventIds.length + waiting.length)
    .end()) as unknown as { list: Grouped[] }
  return list.flatMap(({ mine }) => mine.map(({ record, before }) => ({ record, position: record.status === 'waitlisted' ? before + 1 : null })))
}
