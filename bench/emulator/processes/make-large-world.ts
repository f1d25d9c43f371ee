/** Two years of a street: 2,000 events with 49 people each that were there make 100,000 documents, beside units and cast. */
import { attendanceRecord } from '../../../cloudfunctions/_shared/records/facts'
import { eventRecord } from '../../../cloudfunctions/_shared/records/events'
import { residents } from '../../../emulator/seed/residents'
import { openWorld } from '../../../emulator/world/open-world'
import { unitsOfTheWorld } from '../../../emulator/world/units'
import { serve } from '../../child'

const EVENTS = 2000
const PEOPLE = 49
const DAYS = 730
const DAY_MS = 86_400_000
const firstDay = Date.parse('2024-12-01T01:00:00.000Z')

const work = {
  /** Answers what to ask of it. */
  async make(dataDir: string) {
    const world = await openWorld({ name: 'empty', dataDir })
    const { db } = world.cloud
    const units = unitsOfTheWorld()
    let documents = 0
    for (let number = 0; number < EVENTS; number += 1) {
      const startsAt = firstDay + Math.floor((number * DAYS) / EVENTS) * DAY_MS
      const host = number % 2 ? units.liuqiao : units.yuyin
      const event = eventRecord(host, {
        id: `event-${String(number).padStart(5, '0')}`, kind: 'talk', title: '防电信诈骗讲座', placeName: '社区会议室', organisers: [], programme: [], partyLimit: 6, countOnly: false,
        sessions: [{ startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + DAY_MS / 16).toISOString(), capacity: 60 }],
      }, { by: 'p-lin', at: new Date(startsAt - 7 * DAY_MS).toISOString() })
      const session = event.sessions[0]
      if (!session) throw new Error('an event without a session')
      const came = residents(host._id, (number * 7) % 800, (number * 7) % 800 + PEOPLE - 1).map((person, index) => ({
        ...attendanceRecord(event, session, person.personKey),
        marks: { [`record-${number}-${index}`]: { present: 1, at: session.startsAt, source: 'tap', by: 'p-chen' } },
      }))
      db.insertMany('events', [{ ...event, status: 'published', publishedAt: event.createdAt }])
      db.insertMany('attendance', came)
      documents += 1 + came.length
    }
    await world.stop()
    return { documents, people: PEOPLE, sessionId: 'event-01000-s1', months: ['2026-09', '2026-10'], unitId: 'yuyin' }
  },
}
export type MakeLargeWorld = typeof work

serve(work)
