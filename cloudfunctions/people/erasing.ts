/**
 * Everything that names a person goes, step by step; each step may come again, and what leads to the others goes after them: the
 * neighbours before the person, the openid last.
 */
import { dropAnswersOf } from '../_shared/records/answers'
import { noteGone } from '../_shared/records/erasures'
import { forgetInvited } from '../_shared/records/invitations'
import { dropNoticesTo } from '../_shared/records/notices'
import { forgetOpenid } from '../_shared/records/openids'
import { leaveFace, othersVouch } from '../_shared/records/faces'
import { facesOf, removePerson } from '../_shared/records/people'
import { registrationsMadeBy, type RegistrationRecord } from '../_shared/records/registrations'
import { unsweptBooksOf } from '../_shared/records/seat-books'
import { dropSuggestionsBy } from '../_shared/records/suggestions'
import { instant } from '../_shared/rules/calendar'
import { unnamed } from '../_shared/rules/seats'
import { forgetAtTheDoor } from './forget-at-the-door'
import { leaveEvent } from './leave-event'
import { passCheckIns, passOn } from './take-over'

/** Events at once: a function has one database to ask. */
const atOnce = 5

/**
 * `until`, in ms: what is left then is left for the next time. `again`: looks also at what was done before. `into`: the key goes and the person does
 * not (people/claim-face): under that key her places, positions and check-ins go on, and her names at the door stand. Was everything gone?
 */
export async function eraseAll(personKey: string, now: number, { until, again = false, into }: { until: number; again?: boolean; into?: string | undefined }): Promise<boolean> {
  const at = instant(now)
  const faces = await facesOf(personKey)
  const made = (await registrationsMadeBy(personKey)).filter((record) => again || hasWords(record))
  if (into === undefined) await forgetAtTheDoor(personKey, made.filter((record) => record.personKey === personKey), now)
  const keys = [personKey, ...faces.map(({ _id }) => _id)]
  const places = new Map(made.map((record) => [record._id, { eventId: record.eventId, personKey: record.personKey }]))
  // Places whose registration a crash kept from being written, too.
  for (const key of keys) for (const eventId of await unsweptBooksOf(key, personKey)) places.set(`${eventId}:${key}`, { eventId, personKey: key })
  const left = [...places.values()]
  while (left.length > 0) {
    if (Date.now() > until) return false
    await Promise.all(left.splice(0, atOnce).map((place) => leave(place.eventId, place.personKey)))
  }
  if (into !== undefined) await passCheckIns(personKey, into, now)
  for (const face of faces) {
    if (!(await othersVouch(face._id, personKey))) {
      // What staff registered for them goes with them.
      for (const { eventId } of await registrationsMadeBy(face._id)) await leaveEvent(eventId, face._id, at)
      await dropAnswersOf(face._id)
    }
    await leaveFace(face._id, personKey)
  }
  await Promise.all([dropNoticesTo(personKey), dropAnswersOf(personKey), dropSuggestionsBy(personKey), forgetInvited(personKey), removePerson(personKey)])
  await forgetOpenid(personKey)
  await noteGone(personKey, at)
  return true

  async function leave(eventId: string, key: string): Promise<void> {
    if (into !== undefined && key === personKey) await passOn(eventId, key, into, at)
    await leaveEvent(eventId, key, at)
  }
}

function hasWords({ callName, building, said, phoneMask, status }: RegistrationRecord): boolean {
  return callName !== unnamed || building !== null || said !== null || phoneMask !== null || status === 'waitlisted'
}
