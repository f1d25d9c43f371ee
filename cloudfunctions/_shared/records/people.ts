/** `people/<personKey>`: what a person last said about themselves. Nothing here leads back to WeChat. */
import { collection } from './collection'

export interface PersonRecord {
  _id: string
  /** 称呼 and building as last given with a registration. */
  callName: string | null
  building: string | null
  communityId: string | null
  /** Of a 熟面孔 (faces.ts): the neighbours who register for them. */
  vouchedBy: string[]
  /** Was a 熟面孔, until their own WeChat took it over (people/claim-face). */
  ownWechat?: true
  /** Which 码卡 is good (cards.ts); from 1. */
  card: number
}

type Words = Partial<Omit<PersonRecord, '_id'>>

const people = collection<PersonRecord>('people')

export const findPerson = people.find
export const findPeople = people.findMany

export function personRecord(personKey: string, words: Words): PersonRecord {
  return { _id: personKey, callName: null, building: null, communityId: null, vouchedBy: [], card: 1, ...words }
}

/** 熟面孔 for whom the person registers; 60 at most. */
export function facesOf(personKey: string): Promise<PersonRecord[]> {
  return people.list({ vouchedBy: personKey }, { orderBy: [['_id', 'asc']], limit: mostFaces })
}
export const mostFaces = 60

/** Keeps what was said and leaves the rest. Writes nothing where nothing is new. */
export async function keepWords(personKey: string, words: Words): Promise<void> {
  const known = await people.find(personKey)
  if (!known && (await people.addOnce(personRecord(personKey, words))).added) return
  const isNews = !known || Object.entries(words).some(([field, value]) => known[field as keyof Words] !== value)
  if (isNews) await people.update({ _id: personKey }, words)
}

export async function removePerson(personKey: string): Promise<void> {
  await people.remove({ _id: personKey })
}
