/**
 * Keeps an uploaded photo: its bytes are checked and it is written down, unseen; then the bytes are stored under a name of ours, the
 * upload is dropped and the photo seen (keep-photo.ts). Broken off anywhere, the same call again or the sweep ends in the same place.
 */
import { attachPhoto, photoMaxBytes } from '../../contract/evidence/attach'
import type { PhotoRecord } from '../_shared/records/facts'
import { fileIdBeside, isUpload, readUpload } from '../_shared/records/files'
import { addPhotoOnce, findPhoto, isElsewhere, photoPath } from '../_shared/records/photos'
import { instant } from '../_shared/rules/calendar'
import { photoOf } from '../_shared/rules/photo'
import type { Handler } from '../_shared/serve'
import { isSettled, keepPhoto } from './keep-photo'
import { tieOf, type Tie } from './tied-to'

export const handleAttach: Handler<typeof attachPhoto> = async (input, { caller, now, refuse }) => {
  const tie = await tieOf(input.tiedTo, attachPhoto.name, caller)
  if (typeof tie === 'string') return refuse(tie)
  if (tie.bare) return refuse('no-photos-here')
  // Otherwise a caller could have any file of the cloud read and dropped.
  if (!isUpload(input.fileId, `${input.recordId}.jpg`)) return refuse('upload-not-found')

  const known = await findPhoto(input.recordId)
  if (known && !isFor(known, tie, caller.personKey)) return refuse('record-id-taken')
  const bytes = await readUpload(input.fileId, photoMaxBytes)
  if (bytes === 'missing') {
    // Perhaps the same call, sent twice at once, was faster.
    const kept = known ?? await findPhoto(input.recordId)
    return kept && isFor(kept, tie, caller.personKey) && (await isSettled(kept)) ? answer(kept) : refuse('upload-not-found')
  }
  const photo = bytes === 'too-large' ? 'photo-too-large' : photoOf(bytes)
  // An upload beside a kept photo is a repeat of it or another picture; the other one is left where it is.
  if (known && (typeof photo === 'string' || photo.sha256 !== known.sha256)) return refuse('record-id-taken')
  if (bytes === 'too-large' || typeof photo === 'string') return refuse(photo === 'not-a-photo' ? photo : 'photo-too-large')

  const { record } = known ? { record: known } : await addPhotoOnce({
    _id: input.recordId, fileId: fileIdBeside(input.fileId, photoPath(input.recordId, photo)), sha256: photo.sha256, bytes: bytes.length,
    width: photo.width, height: photo.height, source: input.source, takenAt: input.takenAt, savedAt: instant(now),
    eventId: tie.eventId, entryId: tie.entryId, path: tie.path, by: caller.personKey, unsettled: true, public: null, asked: null,
  })
  // Somebody was faster under this id.
  if (!isFor(record, tie, caller.personKey) || record.sha256 !== photo.sha256) return refuse('record-id-taken')
  await keepPhoto(record, bytes)
  return answer(record)
}

function isFor(photo: PhotoRecord, tie: Tie, personKey: string): boolean {
  return photo.by === personKey && photo.eventId === tie.eventId && photo.entryId === tie.entryId
}

async function answer(photo: PhotoRecord) {
  return { photoId: photo._id, sha256: photo.sha256, bytes: photo.bytes, seenBefore: await isElsewhere(photo) }
}
