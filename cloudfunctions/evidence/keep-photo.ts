/** From an upload to a photo that is seen. Any number of times and at once, by repeats of the call and by the sweep. */
import { photoMaxBytes } from '../../contract/evidence/attach'
import type { PhotoRecord } from '../_shared/records/facts'
import { dropFile, fileIdBeside, isKept, keepFile, readUpload } from '../_shared/records/files'
import { settleFindings } from '../_shared/records/findings'
import { settlePhoto, unsettledPhotos } from '../_shared/records/photos'
import { dropStaleUploads, endUpload, uploadPath } from '../_shared/records/uploads'
import { keepImportedFilesThatBrokeOff } from '../_shared/records/imported-files'
import { hashOf } from '../_shared/rules/photo'
import type { Job } from '../_shared/serve'

export async function keepPhoto(photo: PhotoRecord, bytes: Buffer): Promise<void> {
  // Once it is settled its bytes are in place; only the upload may have come again.
  if (photo.unsettled) await keepFile(photo.fileId.slice(fileIdBeside(photo.fileId, '').length), bytes)
  await dropFile(uploadOf(photo))
  await endUpload(photo._id)
  if (photo.unsettled) await settlePhoto(photo._id)
}

/** For one whose upload is gone: it is dropped after the bytes were kept, or by the phone before. */
export async function isSettled(photo: PhotoRecord): Promise<boolean> {
  if (!photo.unsettled) return true
  if (!(await isKept(photo.fileId))) return false
  await endUpload(photo._id)
  await settlePhoto(photo._id)
  return true
}

/** A run stays far below the function's time limit; the rest waits for the next one. */
const photosPerRun = 20
const findingsPerRun = 50
const uploadsPerRun = 50
const filesPerRun = 10

/** An upload that is another picture by now is left where it is, and the photo unseen. */
async function run(now: number): Promise<void> {
  await settleFindings(now, findingsPerRun)
  for (const photo of await unsettledPhotos(photosPerRun)) {
    const bytes = await readUpload(uploadOf(photo), photoMaxBytes)
    if (bytes === 'missing') await isSettled(photo)
    else if (bytes !== 'too-large' && hashOf(bytes) === photo.sha256) await keepPhoto(photo, bytes)
  }
  await keepImportedFilesThatBrokeOff(filesPerRun)
  await dropStaleUploads(now, uploadsPerRun)
}

export const sweep: Job = { name: 'evidence/sweep', run }

function uploadOf(photo: PhotoRecord): string {
  return fileIdBeside(photo.fileId, uploadPath(photo._id))
}
