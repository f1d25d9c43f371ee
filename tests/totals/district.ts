/** A district, as small as a test and as large as `npm run bench totals` wants it: streets, communities, grids, and facts made by the records' own constructors. */
import { attendanceRecord, workEntryRecord, type AttendanceRecord, type WorkEntryRecord } from '../../cloudfunctions/_shared/records/facts'
import { eventRecord, type EventRecord } from '../../cloudfunctions/_shared/records/events'
import { unitRecord, type UnitRecord } from '../../cloudfunctions/_shared/records/units'
import { eventKindNames } from '../../contract/events/kinds'
import { indicatorNames } from '../../contract/work/indicators'

/** `people`: how many different ones come. Check-ins and entries lie evenly over the months. */
export interface Size { streets: number; communities: number; grids: number; months: number; checkIns: number; people: number; entries: number }

/** What the issue asks for, and the same district with a hundredth and a tenth of the facts. */
export const sizes: Record<'10,000' | '100,000' | '1,000,000', Size> = {
  '10,000': { streets: 10, communities: 100, grids: 800, months: 24, checkIns: 9_091, people: 2_000, entries: 909 },
  '100,000': { streets: 10, communities: 100, grids: 800, months: 24, checkIns: 90_910, people: 20_000, entries: 9_090 },
  '1,000,000': { streets: 10, communities: 100, grids: 800, months: 24, checkIns: 1_000_000, people: 200_000, entries: 100_000 },
}

/** People at one session. */
const perSession = 50
export const lastMonth = '2026-11'
export const clockStands = '2026-11-30T10:00:00.000Z'
const recorder = 'p-worker'

export interface Place { district: UnitRecord; streets: UnitRecord[]; communities: UnitRecord[]; grids: UnitRecord[] }

export function unitsOf(size: Size): Place {
  const district = unitRecord(null, { id: 'd', name: '河东区', level: 'district', order: 1 })
  const below = (parents: UnitRecord[], count: number, letter: string, level: UnitRecord['level'], zh: string) => Array.from({ length: count }, (_, n) =>
    unitRecord(parents[n % parents.length]!, { id: `${letter}${n}`, name: `${zh}${n + 1}`, level, order: n }))
  const streets = below([district], size.streets, 's', 'street', '街道')
  const communities = below(streets, size.communities, 'c', 'community', '社区')
  return { district, streets, communities, grids: below(communities, size.grids, 'g', 'grid', '网格') }
}

export function monthsOf({ months }: Size): string[] {
  return Array.from({ length: months }, (_, n) => { const at = new Date(Date.UTC(2026, 10 - (months - 1 - n), 1)); return at.toISOString().slice(0, 7) })
}

export interface MonthMade { events: EventRecord[]; attendance: AttendanceRecord[]; entries: WorkEntryRecord[] }

/** Everything of one month, as it stands before a rebuild: nothing of it is flagged. Who comes where follows from the number alone, so that it can be counted on paper. */
export function monthMade(size: Size, place: Place, month: string, index: number): MonthMade {
  const comes = Math.floor(size.checkIns / size.months) + (index < size.checkIns % size.months ? 1 : 0)
  const made: MonthMade = { events: [], attendance: [], entries: [] }
  for (let begun = 0, n = 0; begun < comes; begun += perSession, n += 1) {
    const host = place.communities[n % place.communities.length]!
    const startsAt = `${month}-${String(1 + (n % 27)).padStart(2, '0')}T${String(1 + (n % 8)).padStart(2, '0')}:00:00.000Z`
    const event = eventRecord(host, {
      id: `e${index}x${n}`, kind: eventKindNames[n % eventKindNames.length]!, title: '邻里活动', placeName: '社区活动室', organisers: [], programme: [], partyLimit: 6, countOnly: false, sessions: [{ startsAt, endsAt: startsAt }],
    }, { by: recorder, at: startsAt })
    made.events.push({ ...event, status: 'published', publishedAt: startsAt })
    const session = event.sessions[0]!
    for (let i = begun; i < Math.min(comes, begun + perSession); i += 1) {
      // A step that shares no factor with any of the numbers of people: everybody comes, and nobody twice to one session.
      const personKey = `p${String((i * 7919 + index * 104_729) % size.people).padStart(24, '0')}`
      made.attendance.push({
        ...attendanceRecord(event, session, personKey), toCount: false,
        marks: { [`record-${index}-${i}`]: { present: 1, at: startsAt, source: 'tap', by: recorder, clocks: { device: startsAt, offsetMs: 0, received: startsAt } } },
      })
    }
  }
  const wrote = Math.floor(size.entries / size.months) + (index < size.entries % size.months ? 1 : 0)
  for (let n = 0; n < wrote; n += 1) {
    const grid = place.grids[n % place.grids.length]!
    const on = `${month}-${String(1 + (n % 28)).padStart(2, '0')}`
    made.entries.push({ ...workEntryRecord({
      recordId: `entry-${index}-${String(n).padStart(8, '0')}`, indicator: indicatorNames[n % indicatorNames.length]!, quantity: 1 + (n % 9), softness: n % 10 === 0 ? 'over' : 'exact', on, unitId: grid._id, path: grid.path,
      note: null, by: recorder, loggedAt: `${on}T02:00:00.000Z`, clocks: { device: `${on}T02:00:00.000Z`, offsetMs: 0, received: `${on}T02:00:00.000Z` }, dayConfirmed: false,
    }), toCount: false })
  }
  return made
}
