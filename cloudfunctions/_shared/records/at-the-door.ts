/**
 * Everything that a check-in asks for, in one read: the event, the person's registration for it, what they last said of themselves, their marks at the session,
 * and whether anybody is known by the key. A hint as in a batch (known-documents.ts): where it cannot be had, each is read by itself, and conditional
 * writes stay the judge.
 */
import { command, db } from '../cloud'
import { eventIdOf, type EventRecord } from './events'
import { faceId, type FaceRecord, type FaceWords } from './faces'
import { attendanceId, type AttendanceRecord } from './facts'
import { isRemembering, rememberDocument, remembering } from './known-documents'
import { rememberKnownKey } from './openids'
import type { PersonRecord } from './people'
import { registrationId, type RegistrationRecord } from './registrations'

interface Seen { event: EventRecord; registration: RegistrationRecord[]; person: PersonRecord[]; attendance: AttendanceRecord[]; isKnown: boolean }

/** While `work` runs, what concerns the person at the session is known. Within a batch it is already. */
export function lookingAtDoor<T>(sessionId: string, personKey: string, work: () => Promise<T>): Promise<T> {
  if (isRemembering()) return work()
  return remembering(async () => {
    const ids = { event: eventIdOf(sessionId), registration: registrationId(eventIdOf(sessionId), personKey), attendance: attendanceId(sessionId, personKey), person: personKey }
    const seen = await look(ids).catch(() => null)
    if (seen) {
      rememberDocument('events', ids.event, seen.event)
      rememberDocument('registrations', ids.registration, seen.registration[0] ?? null)
      rememberDocument('people', ids.person, seen.person[0] ?? null)
      rememberDocument('attendance', ids.attendance, seen.attendance[0] ?? null)
      rememberKnownKey(personKey, seen.isKnown)
    }
    return work()
  })
}

/** Whom these words mean, null: nobody yet; and, while this invocation remembers, their marks at the session. */
export async function faceAtDoor(words: FaceWords, sessionId: string): Promise<FaceRecord | null> {
  const { aggregate } = command
  const { list } = (await db.collection('faces').aggregate()
    .match({ _id: faceId(words) })
    .addFields({ attendanceId: aggregate.concat([attendanceId(sessionId, ''), '$personKey']) })
    .lookup({ from: 'attendance', localField: 'attendanceId', foreignField: '_id', as: 'attendance' })
    .end()) as unknown as { list: (FaceRecord & { attendance: AttendanceRecord[] })[] }
  const [face] = list
  if (face) rememberDocument('attendance', attendanceId(sessionId, face.personKey), face.attendance[0] ?? null)
  return face ?? null
}

/** null: there is no such event. No openid leaves the database. */
async function look(ids: { event: string; registration: string; attendance: string; person: string }): Promise<Seen | null> {
  const { aggregate } = command
  const id = (one: string) => aggregate.literal(one)
  const { list } = (await db.collection('events').aggregate()
    .match({ _id: ids.event })
    .project({ event: '$$ROOT', registrationId: id(ids.registration), attendanceId: id(ids.attendance), personKey: id(ids.person) })
    .lookup({ from: 'registrations', localField: 'registrationId', foreignField: '_id', as: 'registration' })
    .lookup({ from: 'attendance', localField: 'attendanceId', foreignField: '_id', as: 'attendance' })
    .lookup({ from: 'people', localField: 'personKey', foreignField: '_id', as: 'person' })
    .lookup({ from: 'openids', localField: 'personKey', foreignField: 'personKey', as: 'known' })
    .project({ event: 1, registration: 1, attendance: 1, person: 1, isKnown: aggregate.gt([aggregate.size('$known'), 0]) })
    .end()) as unknown as { list: Seen[] }
  return list[0] ?? null
}
