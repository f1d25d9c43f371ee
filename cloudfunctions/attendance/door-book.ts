import { createHash } from 'node:crypto'
import { doorBook } from '../../contract/attendance/door-book'
import type { CodeKey } from '../../contract/attendance/door-code'
import { checkOf, printBytes } from '../../contract/attendance/door-check'
import type { Output } from '../../contract/call'
import { cardNumberOf } from '../_shared/records/cards'
import { findPeople, type PersonRecord } from '../_shared/records/people'
import { windowOf } from '../_shared/rules/attendance-window'
import { instant } from '../_shared/rules/calendar'
import { doorBuilding, doorName } from '../_shared/rules/door-name'
import { checkKeys } from '../_shared/secrets/entry-code'
import type { Handler } from '../_shared/serve'
import { readRoster } from './roster'
import { sessionAtWork } from './session-at-work'

type Row = Output<typeof doorBook>['rows'][number]

/** A phone can say of so many lost cards that they are replaced; of older ones the server does. */
const mostReplaced = 3

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
      partySize: row.partySize, present: row.present, checkedInAt: row.checkedInAt, marks: row.marks, ...codesOf(sessionId, row.personKey, people.get(row.personKey) ?? null),
    })),
  }
}

function codesOf(sessionId: string, personKey: string, person: PersonRecord | null): Pick<Row, 'checks' | 'replaced'> {
  const good = cardNumberOf(person)
  const { entry, card } = checkKeys(sessionId, personKey, good)
  const lost = Array.from({ length: Math.min(mostReplaced, good - 1) }, (_, i) => good - 1 - i)
  return {
    checks: [...entry, ...card].map((code) => checkOf(printOf(code), code.key)),
    replaced: lost.flatMap((number) => checkKeys(sessionId, personKey, number).card.map(printOf)),
  }
}

function printOf({ prefix }: CodeKey): string {
  return createHash('sha256').update(prefix).digest().subarray(0, printBytes).toString('base64url')
}
