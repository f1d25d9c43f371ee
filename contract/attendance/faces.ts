import * as v from 'valibot'
import { defineCall } from '../call'
import { Face } from '../people/add-face'
import { faceWords } from '../people/names'
import { Id, Instant, Offset, Receipt, RecordId } from '../values'

/** 熟面孔 of the communities that a session is for, by pinyin, 500 at most: whoever is chosen is checked in under their own key (check-in.ts). */
export const facesAtDoor = defineCall({
  name: 'attendance/faces',
  input: v.object({ sessionId: Id }),
  output: v.object({ faces: v.array(Face) }),
  failures: ['session-not-found', 'names-not-kept'],
})

/**
 * Somebody new at the door becomes a 熟面孔 of their community, or is one already by these words, and is in. Judged by when it happened, so it may
 * wait on a phone and arrive days later; safe to repeat.
 */
export const meetFace = defineCall({
  name: 'attendance/meet-face',
  input: v.object({
    recordId: RecordId,
    sessionId: Id,
    ...faceWords,
    /** Device time of the tap. */
    at: Instant,
    offsetMs: Offset,
  }),
  output: v.object({ ...Receipt.entries, personKey: Id }),
  failures: ['session-not-found', 'names-not-kept', 'community-unclear', 'words-refused', 'check-in-closed', 'record-id-taken'],
})
