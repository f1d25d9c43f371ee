/**
 * Sign-in sheets that were printed, kept on this phone so that paper is typed in without signal: by the numbers on the paper, called as in the door books, sealed with them and under
 * their key. A sheet stays as long as paper is taken: seven days after the session.
 */
import { doorBuilding, doorName } from '#contract/attendance/door-name'
import { sheetRows } from '#contract/attendance/sheet'
import type { Output } from '#contract/call'
import { boxOf } from '../box'
import { dayOf } from '../calendar'
import { call } from '../call'
import { useMe } from '../people'
import { clockOffset } from '../server-clock'
import { bookBox, booksOnPhone, dropBooks, putSealed, sealedBook } from './books-on-phone'
import type { DoorBook } from './packed-book'

export type SheetRows = Output<typeof sheetRows>
/** What stands in clear beside the seal: nobody's name. */
export type KeptSession = Pick<SheetRows['session'], 'id' | 'kind' | 'title' | 'startsAt' | 'endsAt' | 'countOnly'> & { expected: number }

const box = boxOf(bookBox)
const mark = '/sheet'
const nameOf = (sessionId: string) => `${sessionId}${mark}`
/** Of a book or a sheet. */
export const sessionOf = (name: string) => name.replace(mark, '')

/** Where names can be kept sealed only; otherwise it stays in memory. */
export async function keepSheet(sheet: SheetRows): Promise<void> {
  const { session, rows, lines, until } = sheet
  const owner = useMe.getState().value?.personKey
  const short = rows.map((row) => ({ ...row, callName: doorName(row.callName), building: doorBuilding(row.building) }))
  const sealed = await box.seal({ ...sheet, rows: short, lines: lines.map((one) => ({ ...one, callName: null })) })
  if (sealed === null || owner === undefined) return
  const { id, kind, title, startsAt, endsAt, countOnly } = session
  const about = { id, kind, title, startsAt, endsAt, countOnly, expected: rows.reduce((sum, { cancelled, partySize }) => sum + (cancelled ? 0 : partySize), 0) }
  putSealed(owner, nameOf(id), sealed, { until: Date.parse(until), on: dayOf(startsAt), offsetMs: clockOffset(), keptAt: Date.now(), sheet: about })
}

/** null: none was kept, or it opens no more. */
export async function keptSheet(sessionId: string): Promise<SheetRows | null> {
  const sealed = sealedBook(nameOf(sessionId))
  const sheet = sealed === null ? null : ((await box.open(sealed).catch(() => undefined)) as SheetRows | undefined)
  return sheet?.session?.id === sessionId ? sheet : null
}

/** Those of a day, as far as they lie here: `2026-11-27`. */
export function keptSessionsOn(on: string): KeptSession[] {
  return Object.values(booksOnPhone()?.books ?? {}).flatMap((one) => (one.on === on && one.sheet ? [one.sheet] : []))
}

export function forgetSheet(sessionId: string): void {
  dropBooks([nameOf(sessionId)])
}

/** A sheet was printed, here or elsewhere: it is taken along with the book, as long as paper may come. `printed`: numbers on it. */
export async function takeSheetAlong(sessionId: string, printed: number): Promise<void> {
  if (printed === 0) return
  const answer = await call(sheetRows, { sessionId })
  if (answer.ok) await keepSheet(answer.value)
}

/** Ms after the end in which paper is taken. */
const paperFor = 7 * 86_400_000

/** Of a session whose sheet was never printed: whom the door book knows, without numbers. */
export function sheetOfBook({ session: { held: _held, ...session }, rows, headcounts, room }: DoorBook): SheetRows {
  return {
    session, room, headcounts, lines: [], until: new Date(Date.parse(session.endsAt) + paperFor).toISOString(),
    rows: rows.map(({ personKey, callName, building, partySize, present, marks }) => ({
      number: null, personKey, callName, building, partySize: Math.max(1, partySize), cancelled: false, present, source: present === null ? null : 'tap', marks,
    })),
  }
}
