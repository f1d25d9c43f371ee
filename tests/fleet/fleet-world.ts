/** The communities that the fleet works in: two of them, with an evening each day, people who have registered, and the workers. */
import { eventRecord } from '../../cloudfunctions/_shared/records/events'
import { grantsRecord } from '../../cloudfunctions/_shared/records/grants'
import { openidRecord } from '../../cloudfunctions/_shared/records/openids'
import { personRecord } from '../../cloudfunctions/_shared/records/people'
import { registrationRecord } from '../../cloudfunctions/_shared/records/registrations'
import { seatBookRecord } from '../../cloudfunctions/_shared/records/seat-books'
import { openWorld, type OpenWorld, type WorldOptions } from '../../emulator/world/open-world'
import { unitsOfTheWorld } from '../../emulator/world/units'

export const day = 86_400_000
/** Midnight in Shanghai, so that the fleet works across the end of a month. */
export const begin = Date.parse('2026-11-15T16:00:00.000Z')
export const communities = ['yuyin', 'liuqiao'] as const
export type Community = (typeof communities)[number]
const grids = { yuyin: ['yuyin', 'yuyin-1', 'yuyin-2', 'yuyin-3'], liuqiao: ['liuqiao', 'liuqiao-1', 'liuqiao-2'] } as const

export interface FleetSession { id: string; community: Community; startsAt: number; endsAt: number; month: string }
export interface FleetWorker { name: string; openid: string; community: Community; units: readonly string[] }
export interface FleetWorld { world: OpenWorld; sessions: FleetSession[]; workers: FleetWorker[]; partyOf(person: string): number; peopleOf(community: Community): string[] }

const digits = (number: number) => String(number).padStart(3, '0')
/** On the last day of the month it begins at 22:30 and goes on into the next one. */
const isLate = (on: string) => on === '2026-11-30'

export async function openFleetWorld(size: { workers: number; days: number; people: number }, cloud: WorldOptions['cloud'] = {}): Promise<FleetWorld> {
  const world = await openWorld({ name: 'empty', cloud: { instancesPerFunction: 1, ...cloud } })
  const { db, clock } = world.cloud
  clock.set(new Date(begin).toISOString())
  const units = unitsOfTheWorld()
  const peopleOf = (community: Community) => Array.from({ length: size.people }, (_, n) => `p-${community}-${digits(n)}`)
  const partyOf = (person: string) => 1 + (Number(person.slice(-3)) % 3)
  for (const community of communities) db.insertMany('people', peopleOf(community).map((key) => ({ ...personRecord(key, { callName: '居民', communityId: community }) })))

  const sessions = Array.from({ length: size.days }, (_, d) => communities.map((community): FleetSession => {
    const midnight = begin + d * day
    const on = new Date(midnight + day / 3).toISOString().slice(0, 10)
    const startsAt = midnight + (isLate(on) ? 22.5 : 19) * 3_600_000
    const event = eventRecord(units[community], {
      id: `evening-${community}-${digits(d)}`, kind: 'gala', title: '邻里文艺晚会', placeName: '社区活动室', organisers: [], programme: [], partyLimit: 6, countOnly: false,
      sessions: [{ startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + 5_400_000).toISOString(), capacity: 2000 }],
    }, { by: 'p-lin', at: new Date(begin).toISOString() })
    const seats = (person: string) => ({ n: partyOf(person), children: 0, sessions: ['s1'], at: event.createdAt, recordId: `wish-${event._id}-${person}`, by: person, callName: '居民', building: null, said: null })
    db.insertMany('events', [{ ...event, status: 'published', publishedAt: event.createdAt }])
    db.insertMany('seat-books', [{ ...seatBookRecord(event), taken: Object.fromEntries(peopleOf(community).map((person) => [person, seats(person)])), parties: size.people }])
    db.insertMany('registrations', peopleOf(community).map((person) => ({ ...registrationRecord(event._id, person, seats(person)) })))
    return { id: `${event._id}-s1`, community, startsAt, endsAt: startsAt + 5_400_000, month: on.slice(0, 7) }
  })).flat()

  const workers = Array.from({ length: size.workers }, (_, n): FleetWorker => {
    const community = communities[n % communities.length]!
    return { name: `worker-${digits(n)}`, openid: `openid-worker-${digits(n)}`, community, units: grids[community] }
  })
  db.insertMany('openids', workers.map(({ name, openid, community }) => ({ ...openidRecord(openid, `p-${name}`, new Date(begin).toISOString(), [{ role: 'gridWorker', unitId: community }]) })))
  db.insertMany('people', workers.map(({ name, community }) => ({ ...personRecord(`p-${name}`, { communityId: community }) })))
  for (const community of communities) {
    const held = Object.fromEntries(workers.filter((one) => one.community === community).map(({ name }, index) => [`p-${name}`, { gridWorker: { number: 101 + index, name, since: new Date(begin).toISOString(), by: 'p-he' } }]))
    const known = db.find('grants', { _id: community })[0] as { held: object } | undefined
    db.remove('grants', { _id: community })
    db.insertMany('grants', [{ ...grantsRecord(community, { ...known?.held, ...held }) }])
  }
  return { world, sessions, workers, partyOf, peopleOf }
}
