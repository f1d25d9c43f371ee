/**
 * A 熟面孔 who has a WeChat by now: nobody finds them among the faces any more, and what neighbours registered for them is theirs, as is what was told of it; so is what their
 * WeChat did while it was being taken over: a place, a position among those who wait, a check-in. Each step may come again.
 */
import { attendanceOf, markAttendance, undoAttendance } from '../_shared/records/attendance'
import { findSession } from '../_shared/records/events'
import { forgetFaceWords } from '../_shared/records/faces'
import { handOverNotices } from '../_shared/records/notices'
import { dropFaceCopies } from '../_shared/records/openids'
import { reportsAhead } from '../_shared/records/outcome-of-month'
import { addRegistration, findRegistration, handOverRegistration, registrationId, registrationsOf, replaceRegistration } from '../_shared/records/registrations'
import { handOverSeats, passSeats, passWaiting, takenBy, unsweptBooksFor } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'
import { agreeWithBook } from '../_shared/seating/agree-with-book'

export async function takeOver(personKey: string): Promise<void> {
  await forgetFaceWords(personKey)
  await dropFaceCopies(personKey)
  const own = (await registrationsOf(personKey, 1000)).filter((record) => record.personKey === personKey)
  const standing = own.filter(({ by, status }) => by !== personKey || status !== 'cancelled').map(({ eventId }) => eventId)
  // In the book a neighbour may still be who registered, also where the document says otherwise (who waited got the place just now) or is not written yet.
  for (const eventId of new Set([...standing, ...(await unsweptBooksFor(personKey))])) {
    // The book first: after a crash the document still says that it is to be done.
    await handOverSeats(eventId, personKey)
    await handOverRegistration(eventId, personKey)
  }
  await handOverNotices(personKey)
}

/** A confirmed place is never taken away, nor a position. `from`: the key that the WeChat had; what stands under it otherwise goes with it. */
export async function passOn(eventId: string, from: string, to: string, at: string): Promise<void> {
  const own = await takenBy(eventId, from)
  if (own && own.by === from) await passSeats(eventId, { ...own, personKey: from }, to, own)
  // Passed on before, too, and the crash came before the document.
  const seats = await takenBy(eventId, to)
  if (seats) await agreeWithBook(eventId, to, seats, at)
  else if (!own) await passPosition(eventId, from, to)
}

/** The document first: where it breaks off in between, both wait, and never nobody. */
async function passPosition(eventId: string, from: string, to: string): Promise<void> {
  const waiting = await findRegistration(eventId, from)
  if (waiting?.status !== 'waitlisted' || waiting.by !== from) return
  const passed = { ...waiting, _id: registrationId(eventId, to), personKey: to, by: to, said: null, phoneMask: null, eraseOn: null }
  const stands = await addRegistration(passed)
  const isPassed = stands === null || stands.recordId === passed.recordId || (stands.status === 'cancelled' && (await replaceRegistration(stands, passed)))
  // Else they wait there already, by what a neighbour registered.
  if (isPassed) await passWaiting(eventId, waiting)
}

/** Under the old key it would be one person more: it stands under the key that they go on with, and is taken back where it stood. */
export async function passCheckIns(from: string, to: string, now: number): Promise<void> {
  for (const { sessionId, path, month, marks, undone } of await attendanceOf(from)) {
    const live = Object.entries(marks).filter(([recordId]) => !Object.hasOwn(undone, recordId))
    const at = live.length > 0 ? await findSession(sessionId) : null
    if (!at) continue
    const ahead = await reportsAhead('attendance/check-in-self', { path, month }, now)
    for (const [recordId, mark] of live) await markAttendance(at.event, at.session, to, { recordId, mark: { ...mark, by: mark.by === from ? to : mark.by } }, ahead)
    const seen = instant(now)
    await undoAttendance(at.event, at.session, from, { marks: live.map(([recordId]) => recordId), undone: { at: seen, by: to, clocks: { device: seen, offsetMs: 0, received: seen } }, at: seen, ahead })
  }
}
