/**
 * The way of one photo to the community: announced, uploaded, tied. Each step may come again any number of times; a run that ends between two
 * begins at the step that it had not written down. What comes back says what is to stand on the phone.
 */
import { attachPhoto } from '#contract/evidence/attach'
import { beginPhoto } from '#contract/evidence/begin'
import type { Answer, Call } from '#contract/call'
import type { Sent } from '../call'
import type { StoredPhoto, Trouble } from './stored-photo'
import { takenAndOff } from '../stamped-at'

export interface PhotoLine {
  /** As `call` of stores/call.ts: whatever went wrong is `offline`. Never throws. */
  call<C extends Call>(contract: C, input: Sent<C>): Promise<Answer<C>>
  /** The file id that storage gave. Throws where it did not get there. */
  upload(recordId: string, cloudPath: string): Promise<string>
}

export type Step =
  | { is: 'receipted' }
  /** This is to be written down, and the way goes on from there. */
  | { is: 'further'; change: Partial<StoredPhoto> }
  /** The worker is asked first. */
  | { is: 'asks'; change: Partial<StoredPhoto> }
  | { is: 'refused'; trouble: Trouble }
  /** Another time. */
  | { is: 'later'; trouble: Trouble }

const passing: ReadonlySet<string> = new Set(['offline', 'internal', 'too-fast', 'who-are-you'])

export function nextStep(photo: StoredPhoto, line: PhotoLine): Promise<Step> {
  return photo.fileId === null ? upload(photo, line) : tie(photo, photo.fileId, line)
}

async function upload({ recordId, sha256, tiedTo, evenSo }: StoredPhoto, line: PhotoLine): Promise<Step> {
  const begun = await line.call(beginPhoto, { recordId, sha256, tiedTo })
  if (!begun.ok) return troubled(begun)
  const { elsewhere } = begun.value
  if (elsewhere && !evenSo) return { is: 'asks', change: { elsewhere } }
  const fileId: unknown = await line.upload(recordId, `incoming/${recordId}.jpg`).catch(() => null)
  // What a login page answers is no file id.
  if (typeof fileId !== 'string' || !fileId.startsWith('cloud://')) return { is: 'later', trouble: { failure: 'offline' } }
  return { is: 'further', change: { fileId } }
}

async function tie({ recordId, sha256, tiedTo, source, takenAt, offsetMs }: StoredPhoto, fileId: string, line: PhotoLine): Promise<Step> {
  const tied = await line.call(attachPhoto, { recordId, fileId, sha256, tiedTo, source, ...takenAndOff({ source, takenAt, offsetMs }) })
  if (tied.ok) {
    // Not the 200 of a café's page, and not a receipt of other bytes.
    const isReceipt = tied.value?.recordId === recordId && tied.value.sha256 === sha256
    return isReceipt ? { is: 'receipted' } : { is: 'later', trouble: { failure: 'offline' } }
  }
  // It never arrived, or not whole: from the upload once more.
  if (tied.failure === 'upload-not-found' || tied.failure === 'broken-upload') return { is: 'further', change: { fileId: null } }
  return troubled(tied)
}

function troubled({ failure, message }: Trouble): Step {
  const trouble = { failure, ...(message === undefined ? {} : { message }) }
  return { is: passing.has(failure) ? 'later' : 'refused', trouble }
}
