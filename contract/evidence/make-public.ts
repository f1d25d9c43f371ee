import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'

/**
 * Shows a photo of an event to everybody, or no longer. WeChat looks at the picture first: until it has said that nothing is wrong
 * (its answer comes later, sometimes never) the photo is `checking` and nobody else sees it; after 30 minutes it may be asked again.
 */
export const makePhotoPublic = defineCall({
  name: 'evidence/make-public',
  input: v.object({ eventId: Id, photoId: Id, public: v.boolean('选项不对') }),
  output: v.object({ state: v.picklist(['private', 'checking', 'public']) }),
  failures: ['event-not-found', 'no-such-photo', 'not-fit-to-show', 'cannot-be-checked'],
})
