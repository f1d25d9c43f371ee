/**
 * Newcomers where somebody waits and would not fit. When all of them have looked and are about to take a place, the party inside cancels
 * and its phone's call breaks off: from that instant the party that waits fits, and nobody has given it the places yet.
 */
import { eventRecord } from '../../cloudfunctions/_shared/records/events'
import { openidRecord } from '../../cloudfunctions/_shared/records/openids'
import { seatBookRecord, type SeatBookRecord } from '../../cloudfunctions/_shared/records/seat-books'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { myRegistrations } from '../../contract/registrations/mine'
import { register } from '../../contract/registrations/register'
import { callFunction, type Sent } from '../../emulator/world/call-function'
import { openWorld } from '../../emulator/world/open-world'
import { unitsOfTheWorld } from '../../emulator/world/units'

export interface PastResult {
  /** Newcomers by what they heard. */
  told: Record<string, number>
  /** Of the party that waited, after the sweep. */
  waiting: unknown
  left: number
  inBook: string[]
  confirmed: string[]
}

const eventId = 'past-event-000001'
const wish = (who: string, partySize: number): Sent<typeof register> =>
  ({ recordId: `past-wish-${who.padStart(10, '0')}`, eventId, sessionIds: [`${eventId}-s1`], partySize, callName: '居民' })

/** Two places: `inside` has one, `pair` waits for two. `functionsDir` absent: as built for upload. */
export async function runPastRace(newcomers: number, functionsDir?: string): Promise<PastResult> {
  const world = await openWorld({ name: 'empty', cloud: { instancesPerFunction: newcomers + 2, ...(functionsDir && { functionsDir }) } })
  const { cloud } = world
  try {
    const event = eventRecord(unitsOfTheWorld().yuyin, {
      id: eventId, kind: 'gala', title: '邻里文艺晚会', placeName: '社区活动室', organisers: [], programme: [], partyLimit: 6, countOnly: false,
      sessions: [{ startsAt: '2026-11-30T11:00:00.000Z', endsAt: '2026-11-30T12:30:00.000Z', capacity: 2 }],
    }, { by: 'p-lin', at: '2026-11-23T01:00:00.000Z' })
    cloud.db.insertMany('events', [{ ...event, status: 'published' }])
    cloud.db.insertMany('seat-books', [{ ...seatBookRecord(event) }])
    const people = Array.from({ length: newcomers }, (_, n) => `newcomer-${n}`)
    cloud.db.insertMany('openids', ['inside', 'pair', ...people].map((name) => ({ ...openidRecord(`openid-${name}`, `p-${name}`, event.createdAt) })))
    // Warm, so that all of them look at the same time.
    await Promise.all(people.map((name) => callFunction(cloud, `openid-${name}`, myRegistrations, {})))
    await callFunction(cloud, 'openid-inside', register, wish('inside', 1))
    await callFunction(cloud, 'openid-pair', register, wish('pair', 2))

    const given = { eventId, was: wish('inside', 1).recordId, sessionIds: [`${eventId}-s1`], partySize: 1 }
    let atTheWrite = 0
    let release = () => undefined as void
    const released = new Promise<void>((resolve) => { release = resolve })
    cloud.faults.latencyMs = async (action) => {
      if (action !== 'database.modifyDocument') return 0
      atTheWrite += 1
      if (atTheWrite < newcomers) await released
      else {
        cloud.faults.latencyMs = 0
        cloud.faults.arm({ functionName: 'registrations', fault: 'cut-off', moment: 'after', operation: 2 })
        await callFunction(cloud, 'openid-inside', cancelRegistration, given).catch(() => undefined)
        release()
      }
      return 0
    }
    const answers = await Promise.all(people.map((name) => callFunction(cloud, `openid-${name}`, register, wish(name, 1))))
    await cloud.invoke('registrations', { source: 'timer' })
    const [book] = cloud.db.find('seat-books', { _id: eventId }) as unknown as SeatBookRecord[]
    return {
      told: answers.reduce<Record<string, number>>((told, answer) => {
        const said = answer.ok ? answer.value.status : answer.failure
        return { ...told, [said]: (told[said] ?? 0) + 1 }
      }, {}),
      waiting: cloud.db.find('registrations', { _id: `${eventId}:p-pair` })[0]?.['status'],
      left: book?.left['s1'] ?? Number.NaN, inBook: Object.keys(book?.taken ?? {}).sort(),
      confirmed: cloud.db.find('registrations', { eventId, status: 'confirmed' }).map((one) => String(one['personKey'])).sort(),
    }
  } finally {
    await world.stop()
  }
}
