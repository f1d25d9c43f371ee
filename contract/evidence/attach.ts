import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, RecordId } from '../values'

export const PhotoSource = v.picklist(['in-app', 'album'], '照片来源不对')
export const TiedTo = v.variant('what', [
  v.object({ what: v.literal('event'), eventId: Id }),
  v.object({ what: v.literal('entry'), entryId: Id }),
], '请说明照片属于哪个活动或记录')

/** Largest photo that is taken, in bytes. */
export const photoMaxBytes = 600_000

/**
 * Ties an uploaded photo to an event or an entry. The client uploads to `incoming/<recordId>.jpg` first; this call
 * checks the bytes, keeps the photo under its own name and drops the incoming file. Safe to repeat; other bytes under the
 * id of a kept photo are refused.
 */
export const attachPhoto = defineCall({
  name: 'evidence/attach',
  input: v.object({
    recordId: RecordId,
    /** What the upload answered. */
    fileId: v.pipe(v.string('照片编号不对'), v.maxLength(300, '照片编号不对'), v.regex(/^cloud:\/\/[A-Za-z0-9._/-]+$/, '照片编号不对')),
    tiedTo: TiedTo,
    source: PhotoSource,
    /** When it was taken by the device's clock; for album pictures the time they claim, if any. */
    takenAt: v.nullable(Instant),
  }),
  output: v.object({
    photoId: Id,
    /** Of the kept bytes, hex. */
    sha256: v.string(),
    bytes: v.number(),
    /** The same bytes are already tied to another event or entry: said kindly, nothing is refused. */
    seenBefore: v.boolean(),
  }),
  failures: ['event-not-found', 'entry-not-found', 'no-photos-here', 'upload-not-found', 'not-a-photo', 'photo-too-large', 'record-id-taken'],
})
