import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Offset, RecordId } from '../values'

export const PhotoSource = v.picklist(['in-app', 'album'], '照片来源不对')
/** `sheet`: a paper sign-in sheet of a session, photographed. It is never public and goes 90 days after the event. */
export const TiedTo = v.variant('what', [
  v.object({ what: v.literal('event'), eventId: Id }),
  v.object({ what: v.literal('entry'), entryId: Id }),
  v.object({ what: v.literal('sheet'), sessionId: Id }),
], '请说明照片属于哪个活动或记录')
export type TiedTo = v.InferOutput<typeof TiedTo>

/** Of the file's bytes as they lie on the phone, hex. */
export const Sha256 = v.pipe(v.string('照片校验码不对'), v.regex(/^[0-9a-f]{64}$/, '照片校验码不对'))

/** Largest photo that is taken, in bytes: 400 KB. */
export const photoMaxBytes = 409_600
/** Longest side of a photo that is taken, in pixels. */
export const photoLongSide = 1600

/**
 * Ties an uploaded photo to an event, an entry or a session's sheet. The phone announces it (evidence/begin), uploads to
 * `incoming/<recordId>.jpg`, then this call checks the bytes, keeps the photo under its own name and drops the upload. Safe to repeat; other
 * bytes under the id of a kept photo are refused. `broken-upload`: not the bytes that the phone hashed; it uploads again.
 * The answer is the receipt: with the own record id and hash in it, the phone may drop its file.
 */
export const attachPhoto = defineCall({
  name: 'evidence/attach',
  input: v.object({
    recordId: RecordId,
    /** What the upload answered. */
    fileId: v.pipe(v.string('照片编号不对'), v.maxLength(300, '照片编号不对'), v.regex(/^cloud:\/\/[A-Za-z0-9._/-]+$/, '照片编号不对')),
    sha256: Sha256,
    tiedTo: TiedTo,
    source: PhotoSource,
    /** When it was taken by the device's clock; for album pictures the time they claim, if any. */
    takenAt: v.nullable(Instant),
    offsetMs: Offset,
  }),
  output: v.object({ recordId: RecordId, sha256: v.string(), bytes: v.number() }),
  failures: ['event-not-found', 'entry-not-found', 'session-not-found', 'no-photos-here', 'upload-not-found', 'broken-upload', 'not-a-photo', 'photo-too-large', 'record-id-taken'],
})
