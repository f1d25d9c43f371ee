import { doorBook } from '../../contract/attendance/door-book'
import type { Output } from '../../contract/call'
import { cardNumberOf } from '../_shared/records/cards'
import { findPeople } from '../_shared/records/people'
import { windowOf } from '../_shared/rules/attendance-window'
import { instant } from '../_shared/rules/calendar'
import { doorBuilding, doorName } from '../_shared/rules/door-name'
import { doorChecks } from '../_shared/secrets/door-checks'
import type { Handler } from '../_shared/serve'
import { readRoster } from './roster'
import { sessionAtWork } from './session-at-work'

type Row = Output<typeof doorBook>['rows'][number]

export const handleDoorBook: Handler<typeof doorBook> = async ({ sessionId }, { caller, now, refuse }) => {
  const at = await sessionAtWork(doorBook.name, sessionId, caller)
  if (!at) return refuse('session-not-found')
  const { session, asOf, rows, walkIns, room } = await readRoster(at, now)
  const { from, until } = windowOf(at.session, 'code')
  const people = await findPeople(session.countOnly ? [] : rows.map(({ personKey }) => personKey))
  return {
    session, asOf, from: instant(from), until: instant(until), room, walkIns: walkIns.map(({ recordId, people: n, at: walkedInAt }) => ({ recordId, people: n, at: walkedInAt })),
    // Nobody is named where nobody may be, whatever stands in the database.
    rows: session.countOnly ? [] : rows.map(({ callName, building, phone, ...row }): Row => ({
      personKey: row.personKey, callName: doorName(callName), building: doorBuilding(building), lastTwo: phone?.slice(-2) ?? null,
      partySize: row.partySize, present: row.present, checkedInAt: row.checkedInAt, marks: row.marks, ...doorChecks(sessionId, row.personKey, cardNumberOf(people.get(row.personKey) ?? null)),
    })),
  }
}
