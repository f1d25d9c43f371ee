/**
 * Everything that a check-in asks for, in one read: the event, the person's registration for it, what they last said of themselves, their marks at the session,
 * and whether anybody is known by the key. A hint as in a batch (known-documents.ts): where it cannot be had, each is read by itself, and conditional
 * writes stay the judge.
 */
import { command, db } from '../cloud'
import { eventIdOf, type EventRecord } from './events'
import { faceId, type FaceRecord, type FaceWords } from './faces'
import { attendanceId, type AttendanceRecord } from './facts'
import { isRemembering, knownDocument, rememberDocument, remembering } from './known-documents'
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

/** While `work` runs, the event is known and, where its host is a community, whom the words mean there. */
export function lookingForFace<T>(sessionId: string, words: Omit<FaceWords, 'communityId'>, work: () => Promise<T>): Promise<T> {
  if (isRemembering()) return work()
  return remembering(async () => {
    const eventId = eventIdOf(sessionId)
    const seen = await lookForFace(eventId, sessionId, words).catch(() => undefined)
    if (seen) {
      rememberDocument('events', eventId, seen.event)
      const { host, hostUnit } = seen.event
      if (host.level === 'community') rememberMet(sessionId, faceId({ ...words, communityId: hostUnit }), { ...seen, face: seen.face[0] ?? null })
    }
    return work()
  })
}

/** Whom these words mean, `person` null: that broke off. null: nobody yet. Their marks at the session are known while this invocation remembers. */
export async function faceAtDoor(words: FaceWords, sessionId: string): Promise<{ face: FaceRecord; person: PersonRecord | null } | null> {
  const id = faceId(words)
  if (knownDocument('faces', id) === undefined) {
    const { list } = (await withPerson(db.collection('faces').aggregate().match({ _id: id }), sessionId).end()) as unknown as { list: (FaceRecord & Met)[] }
    const [found] = list
    if (found) {
      const { attendance, person, ...face } = found
      rememberMet(sessionId, id, { face, attendance, person })
    } else rememberDocument('faces', id, null)
  }
  const face = knownDocument<FaceRecord>('faces', id) ?? null
  return face && { face, person: knownDocument<PersonRecord>('people', face.personKey) ?? null }
}

interface Met { attendance: AttendanceRecord[]; person: PersonRecord[] }

function rememberMet(sessionId: string, id: string, { face, attendance, person }: Met & { face: FaceRecord | null }): void {
  rememberDocument('faces', id, face)
  if (!face) return
  rememberDocument('people', face.personKey, person[0] ?? null)
  rememberDocument('attendance', attendanceId(sessionId, face.personKey), attendance[0] ?? null)
}

async function lookForFace(eventId: string, sessionId: string, words: Omit<FaceWords, 'communityId'>): Promise<(Met & { event: EventRecord; face: FaceRecord[] }) | undefined> {
  const { aggregate } = command
  const found = db.collection('events').aggregate()
    .match({ _id: eventId })
    .project({ event: '$$ROOT', faceId: aggregate.concat(['$hostUnit', faceId({ ...words, communityId: '' })]) })
    .lookup({ from: 'faces', localField: 'faceId', foreignField: '_id', as: 'face' })
    .addFields({ personKey: aggregate.arrayElemAt(['$face.personKey', 0]) })
  return ((await withPerson(found, sessionId).end()) as unknown as { list: (Met & { event: EventRecord; face: FaceRecord[] })[] }).list[0]
}

/** By `personKey` of what is there. */
function withPerson(found: Pipeline, sessionId: string): Pipeline {
  return found
    .addFields({ attendanceId: command.aggregate.concat([attendanceId(sessionId, ''), '$personKey']) })
    .lookup({ from: 'attendance', localField: 'attendanceId', foreignField: '_id', as: 'attendance' })
    .lookup({ from: 'people', localField: 'personKey', foreignField: '_id', as: 'person' })
}

type Pipeline = ReturnType<ReturnType<typeof db.collection>['aggregate']>

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
