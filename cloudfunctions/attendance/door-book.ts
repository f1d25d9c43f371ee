import { doorBook } from '../../contract/attendance/door-book'
import { doorBuilding, doorName } from '../../contract/attendance/door-name'
import type { Output } from '../../contract/call'
import { communitiesOf } from '../_shared/community-of-event'
import { cardNumberOf } from '../_shared/records/cards'
import { facesIn } from '../_shared/records/faces'
import { findPeople } from '../_shared/records/people'
import { numbersOf } from '../_shared/records/sheets'
import { windowOf } from '../_shared/rules/attendance-window'
import { instant } from '../_shared/rules/calendar'
import { byName } from '../_shared/rules/name-order'
import { doorChecks } from '../_shared/secrets/door-checks'
import type { Handler } from '../_shared/serve'
import { readRoster } from './roster'
import { sessionAtWork } from './session-at-work'

type Row = Output<typeof doorBook>['rows'][number]

export const handleDoorBook: Handler<typeof doorBook> = async ({ sessionId }, { caller, now, refuse }) => {
  const at = await sessionAtWork(doorBook.name, sessionId, caller)
  if (!at) return refuse('session-not-found')
  const { session, asOf, rows, walkIns, headcounts, room } = await readRoster(at, now)
  const { from, until } = windowOf(at.session, 'code')
  const [people, faces, numbers] = await Promise.all([
    findPeople(session.countOnly ? [] : rows.map(({ personKey }) => personKey)), session.countOnly ? [] : communitiesOf(at.event).then(facesIn), numbersOf(sessionId),
  ])
  return {
    session, asOf, from: instant(from), until: instant(until), room, headcounts, printed: numbers.length,
    faces: faces.map(({ personKey, callName, building }) => ({ personKey, callName: doorName(callName), building: doorBuilding(building) })).sort(byName),
    walkIns: walkIns.map(({ recordId, people: n, at: walkedInAt }) => ({ recordId, people: n, at: walkedInAt })),
    // Nobody is named where nobody may be, whatever stands in the database.
    rows: session.countOnly ? [] : rows.map(({ callName, building, phone, ...row }): Row => ({
      personKey: row.personKey, callName: doorName(callName), building: doorBuilding(building), lastTwo: phone?.slice(-2) ?? null,
      partySize: row.partySize, present: row.present, checkedInAt: row.checkedInAt, marks: row.marks, ...doorChecks(sessionId, row.personKey, cardNumberOf(people.get(row.personKey) ?? null)),
    })),
  }
}
