import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant } from '../values'
import { PhotoSource, TiedTo } from './attach'
import { Shown } from './shown'

/** Photos of one event, entry or sheet with addresses that expire (10 minutes); 50 at most. */
export const listPhotos = defineCall({
  name: 'evidence/list',
  input: v.object({ of: TiedTo }),
  output: v.object({ photos: v.array(v.object({ photoId: Id, url: v.string(), source: PhotoSource, takenAt: v.nullable(Instant), savedAt: Instant, width: v.number(), height: v.number(), shown: Shown })) }),
  failures: ['event-not-found', 'entry-not-found', 'session-not-found'],
})
