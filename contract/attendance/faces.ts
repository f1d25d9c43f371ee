import * as v from 'valibot'
import { defineCall } from '../call'
import { Face, faceWords } from '../people/add-face'
import { Id } from '../values'

/** 熟面孔 of the communities that a session is for, by pinyin, 500 at most: whoever is chosen is checked in under their own key (check-in.ts). */
export const facesAtDoor = defineCall({
  name: 'attendance/faces',
  input: v.object({ sessionId: Id }),
  output: v.object({ faces: v.array(Face) }),
  failures: ['session-not-found', 'names-not-kept'],
})

/** Somebody at the door becomes a 熟面孔 of their community, or is one already by these words. Checks nobody in. Safe to repeat. */
export const knowFace = defineCall({
  name: 'attendance/know-face',
  input: v.object({ sessionId: Id, ...faceWords }),
  output: Face,
  failures: ['session-not-found', 'names-not-kept', 'community-unclear', 'words-refused'],
})
