/** In which community a neighbour is known who comes to an event: the host's own, or one below it. */
import type { Caller } from './caller'
import type { EventRecord } from './records/events'
import { findPerson } from './records/people'
import { communities } from './records/units'

export async function communitiesOf({ path, hostUnit, host }: Pick<EventRecord, 'path' | 'hostUnit' | 'host'>): Promise<string[]> {
  if (host.level === 'community') return [hostUnit]
  return (await communities()).filter((unit) => path.includes(unit._id) || unit.path.includes(hostUnit)).map(({ _id }) => _id)
}

/** A street's event is for many communities: the worker's own is the likeliest. null: none of them is. */
export async function communityAt(event: EventRecord, caller: Caller): Promise<string | null> {
  const among = await communitiesOf(event)
  const own = among.length > 1 ? (await findPerson(caller.personKey))?.communityId ?? null : null
  return (among.length === 1 ? among[0] : among.find((id) => id === own)) ?? null
}
