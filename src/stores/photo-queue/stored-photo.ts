/** One photo that waits on this phone: its record on the shelf, its bytes in a file under the same id. Pure. */
import type { Elsewhere } from '#contract/evidence/begin'
import type { TiedTo } from '#contract/evidence/attach'

/** Why a photo is not with the community. `failure`: of a call of its way, a common one, or `file-lost`: the phone has no file of it. */
export interface Trouble { failure: string; message?: string | undefined }

/** A photo as it was drawn on this phone. */
export interface DrawnPhoto {
  /** Where the drawn file lies for now; what `files.keep` takes. */
  path: string
  /** Of the file, in bytes, and the SHA-256 of them, hex. */
  bytes: number
  sha256: string
  source: 'in-app' | 'album'
  /** By the device's clock, ISO; of an album picture what it claims, or null. */
  takenAt: string | null
  /** Device − server, in ms. */
  offsetMs: number
}

/** As it lies on the phone. */
export interface StoredPhoto extends Omit<DrawnPhoto, 'path'> {
  recordId: string
  /** In which order photos were taken here: clocks may jump. */
  order: number
  /** personKey of who took it: nobody else sends it. */
  owner: string
  tiedTo: TiedTo
  /** What it is tied to, as its worker calls it: 戏曲晚会. */
  title: string
  /** Its file lies there, whole. Before that its worker has not been told that it is kept. */
  stored: boolean
  /** What the upload answered: from here on only the tying is left. */
  fileId: string | null
  /** The community has the same bytes at something else, and its worker has not said yet what to do. */
  elsewhere: Elsewhere | null
  /** Its worker said: this one all the same. */
  evenSo: boolean
  /** Refused for good, until somebody looks after it. */
  refused: Trouble | null
}

export type PhotoState = 'waiting' | 'sending' | 'asks' | 'refused'
/** As screens see it. `failed`: of one that waits, what became of the last try. */
export type WaitingPhoto = StoredPhoto & { state: PhotoState; failed: Trouble | null }

/** What came off the shelf, if it is one. */
export function readPhoto(stored: unknown): StoredPhoto | null {
  if (stored === null || typeof stored !== 'object') return null
  const { recordId, owner, order, sha256, tiedTo } = stored as Partial<StoredPhoto>
  const isWhole = typeof recordId === 'string' && typeof owner === 'string' && typeof order === 'number' && typeof sha256 === 'string' && typeof tiedTo?.what === 'string'
  return isWhole ? (stored as StoredPhoto) : null
}

export function shown(photo: StoredPhoto): WaitingPhoto {
  return { ...photo, state: photo.refused ? 'refused' : photo.elsewhere && !photo.evenSo ? 'asks' : 'waiting', failed: null }
}

export function isSameTie(one: TiedTo, other: TiedTo): boolean {
  return one.what === other.what && idOf(one) === idOf(other)
}

export function idOf(tie: TiedTo): string {
  return tie.what === 'event' ? tie.eventId : tie.what === 'entry' ? tie.entryId : tie.sessionId
}
