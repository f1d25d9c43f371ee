/**
 * Keeps an uploaded photo: its bytes are checked and it is written down, unseen; then the bytes are stored under a name of ours, the
 * upload is dropped and the photo seen (keep-photo.ts). Broken off anywhere, the same call again or the sweep ends in the same place.
 */
import { photoMaxBytes, type attachPhoto } from '../../contract/evidence/attach'
import type { PhotoRecord } from '../_shared/records/facts'
import { fileIdBeside, isUpload, readUpload } from '../_shared/records/files'
import { addPhotoOnce, findPhoto, photoPath } from '../_shared/records/photos'
import { isAnnouncedBy } from '../_shared/records/uploads'
import { instant } from '../_shared/rules/calendar'
import { hashOf, photoOf } from '../_shared/rules/photo'
import type { Handler } from '../_shared/serve'
import { isSettled, keepPhoto } from './keep-photo'
import { isFor, tieOf } from './tied-to'

export const handleAttach: Handler<typeof attachPhoto> = async (input, { caller, now, refuse }) => {
  const tie = await tieOf(input.tiedTo, 'evidence/attach', caller)
  if (typeof tie === 'string') return refuse(tie)
  if (tie.bare) return refuse('no-photos-here')
  // Otherwise a caller could have any file of the cloud read and dropped.
  if (!isUpload(input.fileId, `${input.recordId}.jpg`)) return refuse('upload-not-found')
  const isThis = (photo: PhotoRecord) => isFor(photo, tie, caller.personKey) && photo.sha256 === input.sha256

  const known = await findPhoto(input.recordId)
  if (known && !isThis(known)) return refuse('record-id-taken')
  // Whoever knows the id of another's upload gets nothing by it.
  const bytes = (await isAnnouncedBy(input.recordId, caller.personKey)) ? await readUpload(input.fileId, photoMaxBytes) : 'missing'
  if (bytes === 'missing') {
    // Perhaps the same call, sent twice at once, was faster.
    const kept = known ?? await findPhoto(input.recordId)
    if (kept && !isThis(kept)) return refuse('record-id-taken')
    return kept && (await isSettled(kept)) ? answer(kept) : refuse('upload-not-found')
  }
  if (bytes === 'too-large') return refuse('photo-too-large')
  if (hashOf(bytes) !== input.sha256) return refuse('broken-upload')
  const photo = photoOf(bytes)
  if (typeof photo === 'string') return refuse(photo)

  const { record } = known ? { record: known } : await addPhotoOnce({
    _id: input.recordId, fileId: fileIdBeside(input.fileId, photoPath(input.recordId, { ...photo, sha256: input.sha256 })), sha256: input.sha256, bytes: bytes.length,
    width: photo.width, height: photo.height, source: input.source, takenAt: input.takenAt, offsetMs: input.offsetMs, savedAt: instant(now),
    eventId: tie.eventId, entryId: tie.entryId, sessionId: tie.sessionId, eraseOn: tie.eraseOn, path: tie.path, by: caller.personKey, unsettled: true, public: null, asked: null,
  })
  // Somebody was faster under this id.
  if (!isThis(record)) return refuse('record-id-taken')
  await keepPhoto(record, bytes)
  return answer(record)
}

function answer({ _id, sha256, bytes }: PhotoRecord) {
  return { recordId: _id, sha256, bytes }
}
