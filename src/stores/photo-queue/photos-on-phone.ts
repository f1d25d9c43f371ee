/**
 * Photos as they lie on the phone: a record each on the shelf, a file each under the same id. The record comes first and goes first, so that
 * whatever breaks off in between, every file has its record or is swept.
 */
import { readPhoto, type StoredPhoto } from './stored-photo'

/** What must outlive a run of the app; as `shelf` of platform/shelf.ts. */
export interface PhotoShelf {
  names(prefix: string): string[]
  read(name: string): unknown
  /** On return it lies on the device. false: there was no room. */
  write(name: string, content: unknown): boolean
  remove(name: string): void
}

/** As `photoFiles` of platform/photo-files.ts. */
export interface PhotoFiles {
  /** Ids of the photos of which a file lies here, whole or not. Throws where that cannot be told just now. */
  names(): Promise<string[]>
  /** Takes a drawn picture over from where it lies for now. Throws where there is no room. */
  keep(recordId: string, from: string): Promise<void>
  /** SHA-256 of the file, hex; null: there is none. Throws where it cannot be read just now. */
  hashOf(recordId: string): Promise<string | null>
  /** None is fine. */
  remove(recordId: string): Promise<void>
}

const prefix = 'photo/'
const nameOf = (recordId: string) => `${prefix}${recordId}`

export function photosOn(shelf: PhotoShelf): StoredPhoto[] {
  return shelf.names(prefix).map((name) => readPhoto(shelf.read(name))).filter((one) => one !== null).sort((a, b) => a.order - b.order || (a.recordId < b.recordId ? -1 : 1))
}

/** false: no room, and nothing has changed. */
export function putOn(shelf: PhotoShelf, photo: StoredPhoto): boolean {
  return shelf.write(nameOf(photo.recordId), photo)
}

/** The record, then the file: from the record on it is gone. */
export async function clear(shelf: PhotoShelf, files: PhotoFiles, recordId: string): Promise<void> {
  shelf.remove(nameOf(recordId))
  await files.remove(recordId)
}

/** At the start of a run: what the last one left half done is finished or undone. */
export async function tidyUp(shelf: PhotoShelf, files: PhotoFiles): Promise<void> {
  for (const photo of photosOn(shelf)) {
    if (photo.stored) continue
    // The run ended while the file was taken over. Whole it is kept; in part nobody was told that it is.
    const hash = await files.hashOf(photo.recordId).catch(() => undefined)
    if (hash === undefined) continue
    if (hash === photo.sha256) putOn(shelf, { ...photo, stored: true })
    else await clear(shelf, files, photo.recordId)
  }
  // The next start looks again.
  const names = await files.names().catch(() => null)
  if (names === null) return
  const there = new Set(names)
  const photos = photosOn(shelf)
  // Cleared by WeChat or by hand: its worker is told.
  for (const photo of photos) if (!there.has(photo.recordId) && !photo.refused && photo.fileId === null) putOn(shelf, { ...photo, refused: { failure: 'file-lost' } })
  const known = new Set(shelf.names(prefix))
  for (const recordId of there) if (!known.has(nameOf(recordId))) await files.remove(recordId)
}
