/** Somebody of a random history who is forgotten, as people/erase does it: what named her goes, what was counted stays under a key of nobody. Who comes again comes under a new one. */
import { eraseAll } from '../../cloudfunctions/people/erasing'
import { openidRecord } from '../../cloudfunctions/_shared/records/openids'
import { personRecord } from '../../cloudfunctions/_shared/records/people'
import type { EventRecord } from '../../cloudfunctions/_shared/records/events'
import { registrationRecord } from '../../cloudfunctions/_shared/records/registrations'
import type { Cloud } from '../../emulator/cloud/start-cloud'
import { instant } from '../../cloudfunctions/_shared/rules/calendar'

/** Her name, as a worker writes it at the door, too. */
export const callNameOf = (personKey: string) => `称呼${personKey}`

export async function erase(cloud: Cloud, personKey: string, { communityId, events, now }: { communityId: string; events: readonly EventRecord[]; now: number }): Promise<void> {
  cloud.db.insertMany('openids', [openidRecord(`openid-${personKey}`, personKey, instant(now))])
  cloud.db.insertMany('people', [personRecord(personKey, { callName: callNameOf(personKey), communityId })])
  cloud.db.insertMany('registrations', events.map(({ _id }) => ({
    ...registrationRecord(_id, personKey, { n: 1, children: 0, sessions: ['s1'], at: instant(now), recordId: `record-of-${personKey}`, by: personKey, callName: callNameOf(personKey), building: '3号楼', said: null }), _id: `${_id}:${personKey}`,
  })))
  if (!(await eraseAll(personKey, now, { until: Infinity }))) throw new Error(`${personKey} is not forgotten`)
  for (const name of ['openids', 'people']) if (cloud.db.find(name).some((one) => JSON.stringify(one).includes(personKey))) throw new Error(`${name} still names ${personKey}`)
  // Elsewhere the same name is somebody else (people/forget-at-the-door.ts).
  const [community] = cloud.db.find('units', { _id: communityId })
  const hosts = [...((community?.['path'] ?? []) as string[]), ...events.map(({ path }) => path.at(-1))]
  const isHers = ({ path }: { path?: unknown }) => (path as string[]).includes(communityId) || hosts.includes((path as string[]).at(-1))
  if (cloud.db.find('walk-ins', { callName: callNameOf(personKey) }).some(isHers)) throw new Error(`a walk-in still names ${personKey}`)
}
