import { createHash } from 'node:crypto'
import writeXlsxFile from 'write-excel-file/node'
import { namesFile } from '../../contract/registrations/names'
import { answersAt, type AnswersRecord } from '../_shared/records/answers'
import { findEvent, isDraft, type EventRecord } from '../_shared/records/events'
import { tellTaken } from '../_shared/records/exports'
import type { RegistrationRecord } from '../_shared/records/registrations'
import { sessionDayWords, namesTable, type NameLine } from '../_shared/rules/names-table'
import { dayOf, instant, shanghaiClock } from '../_shared/rules/calendar'
import { sameBytes } from '../_shared/same-bytes'
import type { Handler } from '../_shared/serve'
import { standingAtEvent } from './names'

/** Audited before it is handed over: nobody has a list of which nothing is known. */
export const handleNamesFile: Handler<typeof namesFile> = async ({ eventId }, { caller, now, refuse }) => {
  const event = await findEvent(eventId)
  if (!event || isDraft(event) || !caller.may(namesFile.name, event.path)) return refuse('event-not-found')
  const [standing, answers] = await Promise.all([standingAtEvent(event), event.questions.length > 0 ? answersAt(eventId) : []])
  const table = namesTable(event.questions.map(({ text }) => text), linesOf(event, standing, new Map(answers.map((one) => [one._id, one]))))
  const file = await writeXlsxFile(table.rows.map((row, i) => row.map((value) => (typeof value === 'number' ? { value, type: Number } : value === '' ? null : { value, type: String, ...(i === 0 && { fontWeight: 'bold' as const }) }))), { columns: table.widths.map((width) => ({ width })) }).toBuffer()
  const xlsx = sameBytes(file, event.createdAt)
  const sha256 = createHash('sha256').update(xlsx).digest('hex')
  await tellTaken({ call: namesFile.name, by: caller.personKey, sha256, unitPath: event.path, facts: { eventId, rows: standing.length }, at: instant(now) })
  return { name: `${event.title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()} 名单.xlsx`, xlsx: xlsx.toString('base64'), rows: standing.length }
}

function linesOf(event: EventRecord, standing: readonly RegistrationRecord[], answers: ReadonlyMap<string, AnswersRecord>): NameLine[] {
  const days = new Map(event.sessions.map(({ id, on }) => [id.slice(id.lastIndexOf('-') + 1), sessionDayWords(on)]))
  return standing.map((one) => ({
    callName: one.callName, building: one.building ?? '', phone: one.phoneMask ?? '', partySize: one.partySize, children: one.children,
    sessions: event.sessions.length > 1 ? one.sessions.map((key) => days.get(key) ?? key).join('、') : days.get(one.sessions[0] ?? '') ?? '', waits: one.status === 'waitlisted',
    registeredAt: `${sessionDayWords(dayOf(one.registeredAt))} ${shanghaiClock(one.registeredAt)}`,
    answers: event.questions.map(({ id }) => {
      const said = one.said === null ? undefined : answers.get(one.said)?.answers[id]
      return said === undefined ? '' : typeof said === 'object' ? said.mask : said
    }),
  }))
}
