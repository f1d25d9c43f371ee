import type { Output } from '../../contract/call'
import { sheetRows } from '../../contract/attendance/sheet'
import { attendanceAt } from '../_shared/records/attendance'
import { headcountsAt, walkInsAt } from '../_shared/records/counts'
import { sessionKey } from '../_shared/records/events'
import type { WalkInRecord } from '../_shared/records/facts'
import { registrationsFor } from '../_shared/records/registrations'
import { numbersOf } from '../_shared/records/sheets'
import { windowOf } from '../_shared/rules/attendance-window'
import { instant } from '../_shared/rules/calendar'
import { byName } from '../_shared/rules/name-order'
import { mostPresent } from '../_shared/rules/party'
import { presenceOf } from '../_shared/rules/presence'
import { countsThatStand, roomOf, walkInsThatStand } from '../_shared/rules/room'
import { unnamed } from '../_shared/rules/seats'
import type { Handler } from '../_shared/serve'
import { isAdminOf, sessionAtWork } from './session-at-work'

type Row = Output<typeof sheetRows>['rows'][number]

export const handleSheet: Handler<typeof sheetRows> = async ({ sessionId }, { caller, refuse }) => {
  const at = await sessionAtWork(sheetRows.name, sessionId, caller)
  if (!at) return refuse('session-not-found')
  const { event, session } = at
  const [numbers, registered, checkIns, walkIns, headcounts] = await Promise.all([
    numbersOf(session.id), registrationsFor(event._id), attendanceAt([session.id]), walkInsAt([session.id]), headcountsAt([session.id]),
  ])
  const isExpected = new Set(registered.filter((one) => one.status === 'confirmed' && one.sessions.includes(sessionKey(session.id))).map((one) => one.personKey))
  const words = new Map(registered.map((one) => [one.personKey, one]))
  const records = new Map(checkIns.map((record) => [record.personKey, record]))
  const row = (personKey: string, number: number | null): Row => {
    const known = words.get(personKey)
    const record = records.get(personKey)
    const presence = record ? presenceOf(record) : null
    return {
      number, personKey, callName: known?.callName ?? unnamed, building: known?.building ?? null, cancelled: !isExpected.has(personKey), partySize: mostPresent(known ?? null, sessionKey(session.id)),
      present: presence?.present ?? null, source: record?.marks[presence?.marks.at(-1) ?? '']?.source ?? null, marks: presence?.marks ?? [],
    }
  }
  const numbered = new Set(numbers)
  const late = [...isExpected].filter((personKey) => !numbered.has(personKey)).map((personKey) => row(personKey, null)).sort(byName)
  return {
    session: { id: session.id, eventId: event._id, kind: event.kind, title: event.title, placeName: event.placeName, startsAt: session.startsAt, endsAt: session.endsAt, countOnly: event.countOnly },
    until: instant(windowOf(session, 'paper').until), ...(isAdminOf(event, caller) && { mayBackfill: true as const }),
    rows: [...numbers.map((personKey, index) => row(personKey, index + 1)), ...late],
    lines: linesOf(walkIns),
    headcounts: countsThatStand(headcounts).map(({ recordId, people, source }) => ({ recordId, people, source })),
    room: roomOf(checkIns, walkIns, headcounts),
  }
}

function linesOf(walkIns: readonly WalkInRecord[]): Output<typeof sheetRows>['lines'] {
  const live = walkIns.filter((one) => one.undone === null)
  return walkInsThatStand(walkIns)
    .flatMap(({ line, people, callName }) => (typeof line === 'number' ? [{ line, people, callName, recordIds: live.filter((one) => one.line === line).map(({ recordId }) => recordId) }] : []))
    .sort((a, b) => a.line - b.line)
}
