/**
 * Tells what happened, one sentence a call, through the record constructors that functions use. Raw facts only: who
 * registered, who was checked in, what was logged. No total is ever seeded; the rules have to find it.
 */
import type { Softness } from '../../contract/values'
import type { IndicatorName } from '../../contract/work/indicators'
import { campaignRecord } from '../../cloudfunctions/_shared/records/campaigns'
import { eventRecord, sessionKey, type EventRecord, type NewEvent, type SessionRecord } from '../../cloudfunctions/_shared/records/events'
import { attendanceRecord, headcountRecord, walkInRecord, workEntryRecord, type AttendanceRecord } from '../../cloudfunctions/_shared/records/facts'
import { clocksOf } from '../../cloudfunctions/_shared/rules/clocks'
import { personRecord } from '../../cloudfunctions/_shared/records/people'
import { registrationRecord, type RegistrationRecord } from '../../cloudfunctions/_shared/records/registrations'
import { seatBookRecord, type SeatBookRecord } from '../../cloudfunctions/_shared/records/seat-books'
import { kindOf } from '../../cloudfunctions/_shared/rules/seats'
import type { UnitRecord } from '../../cloudfunctions/_shared/records/units'
import { cast, castGrants, castIds, castOpenids, personKeyOf, type CastId } from '../world/cast'
import type { UnitId, Units } from '../world/units'
import { residentRecord, type Resident } from './residents'
import { shanghai } from './shanghai'

export type Documents = Record<string, { _id: string }[]>
export type Seed = () => Documents

type Told = Omit<NewEvent, 'sessions' | 'organisers' | 'programme' | 'partyLimit' | 'countOnly'>
  & Partial<Pick<NewEvent, 'organisers' | 'programme' | 'partyLimit' | 'countOnly'>>
  & { cancelReason?: string; host: UnitId; at: readonly { on: string; from: string; to: string; endsOn?: string; capacity?: number }[]; status?: EventRecord['status'] }

/** Of a phone that was online and whose clock was right. */
const rightClocks = (at: string) => clocksOf({ at, offsetMs: 0 }, Date.parse(at))

interface Logged { on: string; quantity: number | null; softness?: Softness; note?: string; time?: string; by?: CastId }

export function story(units: Units, begunOn: string) {
  const begunAt = shanghai(begunOn, '08:00')
  const known = new Map<string, { _id: string }>()
  const collections = new Map<string, Map<string, { _id: string }>>()
  let records = 0
  let wishes = 0

  function keep<R extends { _id: string }>(collection: string, record: R): R {
    const documents = collections.get(collection) ?? new Map<string, { _id: string }>()
    if (documents.has(record._id)) throw new Error(`the story tells ${collection}/${record._id} twice`)
    collections.set(collection, documents.set(record._id, record))
    return record
  }
  const wishId = () => `seed-wish-${String((wishes += 1)).padStart(6, '0')}`
  const seatsOf = ({ personKey, callName, building }: Resident, n: number, sessions: string[]) =>
    ({ n, children: 0, sessions, at: begunAt, recordId: wishId(), by: personKey, callName, building, said: null })
  const recordId = () => `seed-record-${String((records += 1)).padStart(6, '0')}`
  const workerOf = (unit: { path: readonly string[] }) => personKeyOf(unit.path.includes('liuqiao') ? 'zhou' : 'chen')

  for (const unit of Object.values(units)) keep('units', unit)
  for (const openid of castOpenids(begunAt)) keep('openids', openid)
  for (const grant of castGrants(begunAt)) keep('grants', grant)
  for (const id of castIds) known.set(personKeyOf(id), keep('people', personRecord(personKeyOf(id), { communityId: cast[id].communityId })))

  function meet(person: Resident): void {
    const before = known.get(person.personKey)
    if (before) Object.assign(before, residentRecord(person))
    else known.set(person.personKey, keep('people', residentRecord(person)))
  }

  function event({ host, at, status = 'published', cancelReason, ...told }: Told) {
    const record: EventRecord = {
      ...eventRecord(units[host], {
        organisers: [], programme: [], partyLimit: 6, countOnly: false, ...told,
        sessions: at.map(({ on, from, to, endsOn, capacity }) => ({ startsAt: shanghai(on, from), endsAt: shanghai(endsOn ?? on, to), capacity })),
      }, { by: personKeyOf('lin'), at: begunAt }),
      status, publishedAt: status === 'draft' ? null : begunAt,
      ...(cancelReason !== undefined && { cancellation: { by: personKeyOf('lin'), at: begunAt, reason: cancelReason } }),
    }
    keep('events', record)
    const book = status === 'draft' ? null : seatBookRecord(record)
    if (book && status === 'cancelled') book.status = status
    if (book) keep('seat-books', book)
    return tell(record, book)
  }

  function tell(event: EventRecord, book: SeatBookRecord | null) {
    const session = (number: number): SessionRecord => {
      const found = event.sessions[number - 1]
      if (!found) throw new Error(`${event._id} has no session ${number}`)
      return found
    }
    const attendanceOf = (person: Resident, number: number) => {
      const record = attendanceRecord(event, session(number), person.personKey)
      const told = collections.get('attendance')?.get(record._id) as AttendanceRecord | undefined
      return told ?? keep('attendance', record)
    }

    const telling = {
      record: event,

      /** A party takes places at all sessions, or those named. */
      registers(person: Resident, partySize = 1, numbers = event.sessions.map((_, index) => index + 1)) {
        if (!book) throw new Error(`nobody registers for ${event._id}`)
        meet(person)
        const sessions = numbers.map((number) => sessionKey(session(number).id))
        for (const key of sessions) {
          const left = (book.left[key] ?? 0) - partySize
          if (left < 0) throw new Error(`${event._id} has no place left for ${person.callName}`)
          book.left[key] = left
        }
        const seats = seatsOf(person, partySize, sessions)
        book.taken[person.personKey] = seats
        book.parties += 1
        book.rev += 1
        return keep('registrations', registrationRecord(event._id, person.personKey, seats))
      },

      /** Nothing left for the party: it waits, behind whoever waits already. `minutes`: after sign-up began. */
      waits(person: Resident, partySize: number, minutes: number, numbers = event.sessions.map((_, index) => index + 1)) {
        if (!book) throw new Error(`nobody registers for ${event._id}`)
        meet(person)
        book.waiting = true
        const joinedAt = new Date(Date.parse(begunAt) + minutes * 60_000)
        const seats = { ...seatsOf(person, partySize, numbers.map((number) => sessionKey(session(number).id))), at: joinedAt.toISOString() }
        const kind = kindOf(seats)
        book.queue[kind] = (book.queue[kind] ?? 0) + 1
        return keep('registrations', { ...registrationRecord(event._id, person.personKey, seats), status: 'waitlisted' as const, joinedAt })
      },

      /** Had places and gave them back: the document stays, the book forgets. */
      registersAndCancels(person: Resident, partySize: number, cancelledAt: string) {
        meet(person)
        const seats = seatsOf(person, partySize, event.sessions.map((one) => sessionKey(one.id)))
        const record: RegistrationRecord = {
          ...registrationRecord(event._id, person.personKey, seats), status: 'cancelled', cancelledAt,
        }
        keep('registrations', record)
      },

      /** A mark at the door; again for the same person is another mark on the same record. Returns its id. */
      checkedIn(person: Resident, { number = 1, present = 1, at = session(number).startsAt } = {}): string {
        meet(person)
        const id = recordId()
        attendanceOf(person, number).marks[id] = { present, at, source: 'tap', by: workerOf(event), clocks: rightClocks(at) }
        return id
      },

      undone(person: Resident, mark: string, at: string, number = 1) {
        attendanceOf(person, number).undone[mark] = { at, by: workerOf(event), clocks: rightClocks(at) }
      },

      /** Registers and is checked in at one session or at all: `people` alone, each of them. */
      attended(people: readonly Resident[], numbers: readonly number[] = [1], partySize = 1) {
        for (const person of people) {
          if (!book?.taken[person.personKey]) telling.registers(person, partySize)
          for (const number of numbers) telling.checkedIn(person, { number, present: partySize })
        }
      },

      walkedIn(people: number, callName: string | null = null, number = 1) {
        keep('walk-ins', walkInRecord(event, session(number), { recordId: recordId(), people, callName, at: session(number).startsAt, source: 'tap', by: workerOf(event), clocks: rightClocks(session(number).startsAt) }))
      },

      counted(people: number, { number = 1, softness = 'exact', area = null }: { number?: number; softness?: Softness; area?: string | null } = {}) {
        keep('headcounts', headcountRecord(event, session(number), { recordId: recordId(), people, softness, area, at: session(number).endsAt, source: 'tap', by: workerOf(event), clocks: rightClocks(session(number).endsAt) }))
      },

      /** 已举办, said by a person. */
      held(number = 1) {
        session(number).held = true
      },
    }
    return telling
  }

  return {
    event,

    logged(unitId: UnitId, indicator: IndicatorName, { on, quantity, softness = 'exact', note, time = '17:00', by }: Logged) {
      const unit: UnitRecord = units[unitId]
      const entry = { recordId: recordId(), indicator, quantity, softness, on, unitId, path: unit.path, note: note ?? null }
      keep('work-entries', workEntryRecord({ ...entry, by: by ? personKeyOf(by) : workerOf(unit), loggedAt: shanghai(on, time), clocks: rightClocks(shanghai(on, time)), dayConfirmed: false }))
    },

    campaign(unitId: UnitId, campaign: Parameters<typeof campaignRecord>[1]) {
      keep('campaigns', campaignRecord(units[unitId], campaign))
    },

    /** A cast person as a resident who registers. */
    person(id: CastId, building: string): Resident {
      return { personKey: personKeyOf(id), callName: cast[id].name, building, communityId: cast[id].communityId }
    },

    documents(): Documents {
      return Object.fromEntries([...collections].map(([name, documents]) => [name, [...documents.values()]]))
    },
  }
}
