/**
 * `photos/<recordId>`: 佐证照片. Written down first, as unsettled, then the bytes are kept under a name that holds their hash: so no
 * file lies in storage that no document names.
 */
import { command } from '../cloud'
import { audited } from './audit'
import { photos, type PhotoRecord } from './facts'
import type { Transaction } from './transaction'

export const findPhoto = photos.find
export const addPhotoOnce = photos.addOnce

/** The bytes are in their place: from here on it is seen. */
export async function settlePhoto(id: string): Promise<void> {
  await photos.update({ _id: id, unsettled: true }, { unsettled: false })
}

export function unsettledPhotos(most: number): Promise<PhotoRecord[]> {
  return photos.list({ unsettled: true }, { orderBy: [['_id', 'asc']], limit: most })
}

/** No two contents share a name, so nothing that comes later can replace the bytes of a kept photo. */
export function photoPath(recordId: string, photo: { sha256: string; extension: string }): string {
  return `evidence/${recordId}-${photo.sha256.slice(0, 16)}.${photo.extension}`
}

type TiedTo = Pick<PhotoRecord, 'eventId' | 'entryId' | 'sessionId'>

/** The same bytes, kept at something else: the oldest. Looks at 100 at most. */
export async function photoElsewhere(sha256: string, { eventId, entryId, sessionId }: TiedTo): Promise<PhotoRecord | null> {
  const same = await photos.list({ sha256, unsettled: command.neq(true) }, { orderBy: [['savedAt', 'asc']], limit: 100 })
  return same.find((other) => other.eventId !== eventId || other.entryId !== entryId || (other.sessionId ?? null) !== sessionId) ?? null
}

/** Of one event, entry or sheet, oldest first. */
export function photosOf({ eventId, entryId, sessionId }: TiedTo, most: number): Promise<PhotoRecord[]> {
  const of = eventId !== null ? { eventId } : entryId !== null ? { entryId } : { sessionId }
  return photos.list({ ...of, unsettled: command.neq(true) }, { orderBy: [['savedAt', 'asc'], ['_id', 'asc']], limit: most })
}

/** Of these events and entries, in no order. */
export async function photosOfMonth(ids: readonly string[]): Promise<PhotoRecord[]> {
  const found: PhotoRecord[] = []
  for (let i = 0; i < ids.length; i += 200) {
    const some = command.in(ids.slice(i, i + 200))
    for (const of of [{ eventId: some }, { entryId: some }]) found.push(...(await photos.all({ ...of, unsettled: command.neq(true) }, 500)))
  }
  return found
}

/** What everybody may see of an event, oldest first. */
export function publicPhotosOf(eventId: string, most: number): Promise<PhotoRecord[]> {
  return photos.list({ eventId, public: command.neq(null), unsettled: command.neq(true) }, { orderBy: [['savedAt', 'asc'], ['_id', 'asc']], limit: most })
}

/** What WeChat was asked about it. `path`: root … unit of its event. */
export async function keepQuestion(transaction: Transaction, photo: PhotoRecord, asked: NonNullable<PhotoRecord['asked']>, path: readonly string[]): Promise<void> {
  await auditShown(transaction, photo, { public: true, noChildSeen: true }, asked, path)
  await transaction.update('photos', photo._id, { asked: command.set(asked) })
}

/** No longer to be seen, and what WeChat may still say of it shows it to nobody. */
export async function hidePhoto(transaction: Transaction, photo: PhotoRecord, { by, at }: { by: string; at: string }, path: readonly string[]): Promise<void> {
  await auditShown(transaction, photo, { public: false }, { by, at }, path)
  await transaction.update('photos', photo._id, { public: null, asked: null })
}

async function auditShown(transaction: Transaction, photo: PhotoRecord, facts: { public: boolean; noChildSeen?: true }, { by, at }: { by: string; at: string }, path: readonly string[]): Promise<void> {
  await audited(transaction, path, { action: 'evidence/make-public', by, about: photo._id, facts: { ...facts, eventId: photo.eventId ?? '' } }, at)
}

/** How many photos of each event everybody may see; events without any are absent. Counts 1,000 at most. */
export async function countPublicPhotos(eventIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  if (eventIds.length === 0) return counts
  const shown = await photos.list({ eventId: command.in([...eventIds]), public: command.neq(null), unsettled: command.neq(true) }, { fields: ['eventId'] })
  for (const { eventId } of shown) if (eventId !== null) counts.set(eventId, (counts.get(eventId) ?? 0) + 1)
  return counts
}
