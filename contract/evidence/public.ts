import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'

/** The photos of a published event that everybody may see, with addresses that expire (10 minutes); 50 at most. */
export const publicPhotos = defineCall({
  name: 'evidence/public',
  input: v.object({ eventId: Id }),
  output: v.object({ photos: v.array(v.object({ photoId: Id, url: v.string(), width: v.number(), height: v.number() })) }),
  failures: ['event-not-found'],
})
