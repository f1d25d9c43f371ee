/**
 * 熟面孔 for whom no neighbour registers are forgotten a year after they last came or were last put down, with the words of what staff registered
 * for them; what was counted stays, under a key that belongs to nobody. A new one is looked at soon: a call that broke off made nobody known.
 */
import { attendanceOf } from '../_shared/records/attendance'
import { dueFaces, forgetFace, keepFace, type FaceRecord } from '../_shared/records/faces'
import { registrationsMadeBy } from '../_shared/records/registrations'
import { takenBy } from '../_shared/records/seat-books'
import { dayAfter, dayOf, instant } from '../_shared/rules/calendar'
import { presenceOf } from '../_shared/rules/presence'
import { faceDays } from '../_shared/rules/retention'
import { leaveEvent } from './leave-event'

const perRun = 20

/** `now` in ms. How many are gone. */
export async function forgetFaces(now: number): Promise<number> {
  const today = dayOf(now)
  let gone = 0
  for (const face of await dueFaces(now, perRun)) {
    const last = await lastHeardOf(face)
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

/** When they last came or were put down for something. */
async function lastHeardOf({ personKey, eventId }: FaceRecord): Promise<string | undefined> {
  const came = (await attendanceOf(personKey)).map((record) => presenceOf(record)?.at ?? '')
  const putDown = (await registrationsMadeBy(personKey)).map(({ registeredAt }) => registeredAt)
  const inBook = putDown.length === 0 && eventId ? await takenBy(eventId, personKey) : null
  return [...came, ...putDown, inBook?.at ?? ''].filter((at) => at !== '').sort().at(-1)
}
