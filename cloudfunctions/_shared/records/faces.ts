/**
 * `faces/<community>:<digest of the words>`: whom a 称呼 and a building mean in a community, so that whoever writes the same words means the
 * same Person (product.md, 熟面孔). The key is random: once this document and the person's are gone, what was counted belongs to nobody.
 */
import { createHash, randomBytes } from 'node:crypto'
import { command } from '../cloud'
import { dayAfter, dayOf } from '../rules/calendar'
import { faceDays } from '../rules/retention'
import { collection } from './collection'
import { findPerson, personRecord, type PersonRecord } from './people'
import { inTransaction } from './transaction'

export interface FaceRecord {
  _id: string
  personKey: string
  communityId: string
  callName: string
  building: string | null
  /** The day on which it goes; null: as long as somebody registers for them. */
  eraseOn: string | null
}

export type FaceWords = Pick<FaceRecord, 'communityId' | 'callName' | 'building'>

const faces = collection<FaceRecord>('faces')
const inPeople = collection<PersonRecord>('people')

function faceId({ communityId, callName, building }: FaceWords): string {
  return `${communityId}:${createHash('sha256').update(JSON.stringify([callName, building])).digest('hex').slice(0, 32)}`
}

/** `neighbour`: who registers for them from now on; null: only met at the door. Both documents, or neither. `now` in ms. */
export function knowFace(words: FaceWords, neighbour: string | null, now: number): Promise<FaceRecord> {
  const _id = faceId(words)
  return inTransaction(async (transaction) => {
    const known = await transaction.find<FaceRecord>('faces', _id)
    const person = known && (await transaction.find<PersonRecord>('people', known.personKey))
    const vouchedBy = [...new Set([...(person?.vouchedBy ?? []), ...(neighbour === null ? [] : [neighbour])])].slice(-mostNeighbours)
    const eraseOn = vouchedBy.length > 0 ? null : faceEndsOn(now)
    const face = { ...words, _id, personKey: known?.personKey ?? `f${randomBytes(12).toString('hex')}`, eraseOn }
    if (!known) await transaction.add('faces', face)
    else if (known.eraseOn !== eraseOn) await transaction.update('faces', _id, { eraseOn: command.set(eraseOn) })
    if (!person) await transaction.add('people', personRecord(face.personKey, { callName: words.callName, building: words.building, communityId: words.communityId, vouchedBy, eraseOn }))
    else if (person.eraseOn !== eraseOn || person.vouchedBy.length !== vouchedBy.length) await transaction.update('people', person._id, { vouchedBy: command.set(vouchedBy), eraseOn: command.set(eraseOn) })
    return face
  })
}
/** Who registers for one neighbour: more is no neighbourhood. The first make room. */
const mostNeighbours = 20

/** Who is known there by 称呼, up to 500 of a community; no two by the same words. */
export function facesIn(communityIds: readonly string[]): Promise<FaceRecord[]> {
  return faces.list({ communityId: command.in([...communityIds]) }, { orderBy: [['_id', 'asc']], limit: mostListed })
}
export const mostListed = 500

/** Came again: known for longer. Seldom writes. */
export async function keepFace(personKey: string, now: number): Promise<void> {
  const { eraseOn = null } = (await findPerson(personKey)) ?? {}
  if (eraseOn === null || eraseOn > dayAfter(dayOf(now), faceDays - enough)) return
  const later = faceEndsOn(now)
  const where = { eraseOn: command.lt(later) }
  // The person last: what breaks off in between is seen there the next time.
  await faces.update({ personKey, ...where }, { eraseOn: later })
  await inPeople.update({ _id: personKey, ...where }, { eraseOn: later })
}
/** Days by which it may end earlier, so that not every evening writes. */
const enough = 60

/** As minted here; a person with WeChat has a key of another form. */
export function isFaceKey(personKey: string): boolean {
  return /^f[0-9a-f]{24}$/.test(personKey)
}

function faceEndsOn(now: number): string {
  return dayAfter(dayOf(now), faceDays)
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
