import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'

/**
 * Shows a photo of an event to everybody, or no longer. Whoever shows it has looked whether a child's face can be seen, and says so; the
 * audit keeps who did. WeChat looks at the picture first: until it has said that nothing is wrong (its answer comes later, sometimes
 * never) the photo is `checking` and nobody else sees it; after 30 minutes it may be asked again.
 */
export const makePhotoPublic = defineCall({
  name: 'evidence/make-public',
  input: v.object({
    eventId: Id, photoId: Id, public: v.boolean('选项不对'),
    /** No child's face can be seen: needed for showing, not for taking back. */
    noChildSeen: v.optional(v.boolean('选项不对'), false),
  }),
  output: v.object({ state: v.picklist(['private', 'checking', 'public']) }),
  failures: ['event-not-found', 'no-such-photo', 'children-not-ruled-out', 'not-fit-to-show', 'cannot-be-checked'],
})
