/**
 * `photos/<recordId>`: 佐证照片. Written down first, as unsettled, then the bytes are kept under a name that holds their hash: so no
 * file lies in storage that no document names.
 */
import { command } from '../cloud'
import { photos, type PhotoRecord } from './facts'

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

/** Is the same picture kept at another event or entry too? Looks at 100 at most. */
export async function isElsewhere(photo: PhotoRecord): Promise<boolean> {
  const same = await photos.list({ sha256: photo.sha256, _id: command.neq(photo._id), unsettled: command.neq(true) }, { limit: 100 })
  return same.some((other) => other.eventId !== photo.eventId || other.entryId !== photo.entryId)
}

/** Of one event or entry, oldest first. */
export function photosOf(of: { eventId: string } | { entryId: string | null }, most: number): Promise<PhotoRecord[]> {
  return photos.list({ ...of, unsettled: command.neq(true) }, { orderBy: [['savedAt', 'asc'], ['_id', 'asc']], limit: most })
}
