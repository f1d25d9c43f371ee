import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Month, count } from '../values'

/** Photos of a volume at most. */
export const photosAVolume = 50

/**
 * One volume of a month's 佐证照片 as a .docx: those of its events and entries by day. Says how many volumes there are. The address expires after 10 minutes, the
 * file is gone after a day. Taking it along is audited, once for the same content.
 */
export const albumVolume = defineCall({
  name: 'reports/album',
  input: v.object({ unitId: Id, month: Month, /** From 1. */ volume: count('第几册', 1000) }),
  output: v.object({ fileId: v.string(), url: v.string(), name: v.string(), bytes: v.number(), volumes: v.number(), photos: v.number() }),
  failures: ['unit-not-found', 'no-photos', 'no-such-volume'],
})
