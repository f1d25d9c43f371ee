/**
 * Keeps an uploaded photo: its bytes are checked, stored under a name of ours, written down, and only then is the upload
 * dropped. Broken off anywhere, the same call again ends in the same place.
 */
import { attachPhoto, photoMaxBytes } from '../../contract/evidence/attach'
import { command } from '../_shared/cloud'
import { photos, type PhotoRecord } from '../_shared/records/facts'
import { dropFile, keepFile, readUpload } from '../_shared/records/files'
import { instant } from '../_shared/rules/calendar'
import { photoOf } from '../_shared/rules/photo'
import type { Handler } from '../_shared/serve'
import { tieOf, type Tie } from './tied-to'

export const handleAttach: Handler<typeof attachPhoto> = async (input, { caller, now, refuse }) => {
  const tie = await tieOf(input.tiedTo, attachPhoto.name, caller)
  if (typeof tie === 'string') return refuse(tie)
  if (tie.bare) return refuse('no-photos-here')
  // Otherwise a caller could have any file of the cloud read and dropped.
  if (!input.fileId.endsWith(`/incoming/${input.recordId}.jpg`)) return refuse('upload-not-found')

  const known = await photos.find(input.recordId)
  if (known && !isFor(known, tie, caller.personKey)) return refuse('record-id-taken')
  if (known) {
    await dropFile(input.fileId)
    return answer(known)
  }
  const bytes = await readUpload(input.fileId, photoMaxBytes)
  if (bytes === 'missing') {
    // Perhaps the same call, sent twice at once, was faster.
    const kept = await photos.find(input.recordId)
    return kept && isFor(kept, tie, caller.personKey) ? answer(kept) : refuse('upload-not-found')
  }
  if (bytes === 'too-large') return refuse('photo-too-large')
  const photo = photoOf(bytes)
  if (typeof photo === 'string') return refuse(photo)

  const fileId = await keepFile(`evidence/${input.recordId}.${photo.extension}`, bytes)
  const { record } = await photos.addOnce({
    _id: input.recordId, fileId, sha256: photo.sha256, bytes: bytes.length, width: photo.width, height: photo.height,
    source: input.source, takenAt: input.takenAt, savedAt: instant(now), eventId: tie.eventId, entryId: tie.entryId,
    path: tie.path, by: caller.personKey,
  })
  if (!isFor(record, tie, caller.personKey)) return refuse('record-id-taken')
  await dropFile(input.fileId)
  return answer(record)
}

function isFor(photo: PhotoRecord, tie: Tie, personKey: string): boolean {
  return photo.by === personKey && photo.eventId === tie.eventId && photo.entryId === tie.entryId
}

async function answer(photo: PhotoRecord) {
  const same = await photos.list({ sha256: photo.sha256, _id: command.neq(photo._id) }, { limit: 100 })
  const seenBefore = same.some((other) => other.eventId !== photo.eventId || other.entryId !== photo.entryId)
  return { photoId: photo._id, sha256: photo.sha256, bytes: photo.bytes, seenBefore }
}
