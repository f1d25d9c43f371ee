/**
 * `faces/<community>:<digest of the words>`: whom a 称呼 and a building mean in a community, so that whoever writes the same words means the
 * same Person (product.md, 熟面孔). The key is random: once this document and the person's are gone, what was counted belongs to nobody.
 */
import { createHash, randomBytes } from 'node:crypto'
import { command } from '../cloud'
import { minutes, secondOf } from '../rules/calendar'
import { collection } from './collection'
import { copyFace, dropFaceCopies } from './openids'
import { findPerson, personRecord, type PersonRecord } from './people'
import { inTransaction } from './transaction'

export interface FaceRecord {
  _id: string
  personKey: string
  communityId: string
  callName: string
  building: string | null
  /** From when on it is looked whether it goes: a day, or a second of one where it is new; null: as long as somebody registers for them. */
  eraseOn: string | null
  /** For which event staff made them known; null: a neighbour did. Its book may hold places of theirs that stand nowhere else yet. */
  eventId: string | null
}

export type FaceWords = Pick<FaceRecord, 'communityId' | 'callName' | 'building'>

const faces = collection<FaceRecord>('faces')
const inPeople = collection<PersonRecord>('people')

export function faceId({ communityId, callName, building }: FaceWords): string {
  return `${communityId}:${createHash('sha256').update(JSON.stringify([callName, building])).digest('hex').slice(0, 32)}`
}

/** Whom these words mean; null: nobody yet. */
export function findFace(words: FaceWords): Promise<FaceRecord | null> {
  return faces.find(faceId(words))
}

/**
 * `neighbour`: who registers for them from now on; `eventId`: staff do, once, or meet them at its door. Both documents, or neither; the copy beside
 * who calls after them. Who then is put down for nothing, because the call broke off, is nobody again with the next run of `people/forget`. `now` in ms.
 */
export async function knowFace(words: FaceWords, { neighbour = null, eventId = null }: { neighbour?: string | null; eventId?: string | null }, now: number): Promise<FaceRecord> {
  const _id = faceId(words)
  const soon = secondOf(now + firstLook)
  const known = await inTransaction(async (transaction) => {
    const known = await transaction.find<FaceRecord>('faces', _id)
    const found = known && (await transaction.find<PersonRecord>('people', known.personKey))
    // Has a WeChat of their own (people/claim-face), and the words still stand: from here on they mean somebody new.
    const isOver = found?.ownWechat === true
    const person = isOver ? null : found
    const before = person?.vouchedBy ?? []
    // Whoever writes them again is the last to make room: nobody's copy below is written while twenty others come.
    const all = neighbour === null ? before : [...before.filter((one) => one !== neighbour), neighbour]
    const vouchedBy = all.slice(-mostNeighbours)
    const makesRoom = all.slice(0, -mostNeighbours)
    // The copies first: where it breaks off here, these still stand in `people`, and are asked of it.
    if (person && makesRoom.length > 0) await dropFaceCopies(person._id, makesRoom)
    const standing = known && !isOver ? known : null
    const kept = vouchedBy.length > 0 ? null : standing?.eraseOn && standing.eraseOn > soon ? standing.eraseOn : soon
    const face = { ...words, _id, personKey: standing?.personKey ?? newFaceKey(), eraseOn: kept, eventId }
    if (!known) await transaction.add('faces', face)
    else if (isOver || known.eraseOn !== kept) await transaction.update('faces', _id, { personKey: face.personKey, eraseOn: command.set(kept), eventId: command.set(eventId) })
    if (!person) await transaction.add('people', personRecord(face.personKey, { callName: words.callName, building: words.building, communityId: words.communityId, vouchedBy }))
    else if (before.join() !== vouchedBy.join()) await transaction.update('people', person._id, { vouchedBy: command.set(vouchedBy) })
    return face
  })
  if (neighbour !== null) await copyFace(neighbour, known.personKey)
  return known
}
/**
 * The same for somebody who is new at a door, in two writes: the words first, which decide of two who write them at once, then the person. Where it breaks off in
 * between, whoever writes the words next finds a face without a person, and comes here.
 */
export async function meetNewFace(words: FaceWords, eventId: string, now: number): Promise<FaceRecord> {
  const face = { ...words, _id: faceId(words), personKey: newFaceKey(), eraseOn: secondOf(now + firstLook), eventId }
  if (!(await faces.addOnce(face)).added) return knowFace(words, { eventId }, now)
  await inPeople.addOnce(personRecord(face.personKey, words))
  return face
}

const newFaceKey = () => `f${randomBytes(12).toString('hex')}`
/** A call may run for 20 s: by then it has put them down for something. In ms. */
const firstLook = minutes(1)

/** Does this neighbour register for them? */
export async function speaksFor(neighbour: { personKey: string; faces: readonly string[] }, personKey: string): Promise<boolean> {
  return neighbour.faces.includes(personKey) || (await findPerson(personKey))?.vouchedBy.includes(neighbour.personKey) === true
}

/** Who registers for one neighbour: more is no neighbourhood. The first make room. */
const mostNeighbours = 20

/** Who is known there by 称呼, up to 500 of a community; no two by the same words. */
export function facesIn(communityIds: readonly string[]): Promise<FaceRecord[]> {
  return faces.list({ communityId: command.in([...communityIds]) }, { orderBy: [['_id', 'asc']], limit: mostListed })
}
export const mostListed = 500

/** Are they known in one of these communities? */
export async function faceIn(communityIds: readonly string[], personKey: string): Promise<FaceRecord | null> {
  return (await faces.list({ personKey, communityId: command.in([...communityIds]) }, { limit: 1 }))[0] ?? null
}

/** Whose day has come, up to so many. */
export function dueFaces(now: number, limit: number): Promise<FaceRecord[]> {
  return faces.list({ eraseOn: command.lte(secondOf(now)) }, { orderBy: [['eraseOn', 'asc']], limit })
}

/** Put down for something since: known for longer. */
export async function keepFace({ _id, eraseOn }: FaceRecord, until: string): Promise<void> {
  await faces.update({ _id, eraseOn }, { eraseOn: until })
}

/** Unless a neighbour registers for them by now. The person first: the words still lead there when it breaks off in between. */
export async function forgetFace({ _id, personKey, eraseOn }: FaceRecord): Promise<void> {
  await inPeople.remove({ _id: personKey, vouchedBy: command.eq([]) })
  await faces.remove({ _id, eraseOn })
}

/** Has a WeChat of their own by now (people/claim-face): the words mean nobody any more. */
export async function forgetFaceWords(personKey: string): Promise<void> {
  await faces.remove({ personKey })
}

/** Does anybody else register for them? */
export async function othersVouch(personKey: string, neighbour: string): Promise<boolean> {
  return (await findPerson(personKey))?.vouchedBy.some((one) => one !== neighbour) === true
}

/** This neighbour registers for them no more; who is then nobody's is forgotten. Safe to repeat. */
export async function leaveFace(personKey: string, neighbour: string): Promise<void> {
  if (!(await othersVouch(personKey, neighbour))) {
    // The words first: whoever writes them from now on means somebody new.
    await faces.remove({ personKey })
    if ((await inPeople.remove({ _id: personKey, vouchedBy: command.eq([neighbour]) })) === 1) return
  }
  await inPeople.update({ _id: personKey, vouchedBy: neighbour }, { vouchedBy: command.pull(neighbour) })
}
