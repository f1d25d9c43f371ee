/**
 * 熟面孔 for whom no neighbour registers are forgotten a year after they last came, with the words of what staff registered for them; what was
 * counted stays, under a key that belongs to nobody.
 */
import { attendanceOf } from '../_shared/records/attendance'
import { dueFaces, forgetFace, keepFace } from '../_shared/records/faces'
import { registrationsMadeBy } from '../_shared/records/registrations'
import { dayAfter, dayOf, instant } from '../_shared/rules/calendar'
import { presenceOf } from '../_shared/rules/presence'
import { faceDays } from '../_shared/rules/retention'
import { leaveEvent } from './leave-event'

const perRun = 20

/** `now` in ms. How many are gone. */
export async function forgetFaces(now: number): Promise<number> {
  const today = dayOf(now)
  let gone = 0
  for (const face of await dueFaces(today, perRun)) {
    const last = (await attendanceOf(face.personKey)).map((record) => presenceOf(record)?.at ?? '').sort().at(-1)
    const until = last ? dayAfter(dayOf(last), faceDays) : today
    if (until > today) await keepFace(face, until)
    else {
      for (const { eventId } of await registrationsMadeBy(face.personKey)) await leaveEvent(eventId, face.personKey, instant(now))
      await forgetFace(face)
      gone += 1
    }
  }
  return gone
}
