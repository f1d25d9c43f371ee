import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, RecordId } from '../values'

/**
 * The sign-in sheet of one session as a .docx to print, handed over in the answer: names lie in no storage for it. Everybody who is
 * expected has a number on it from the first printing on, and keeps it; whoever registers later comes after. Where no names are kept
 * it is a tally sheet. Its blank rows (现1 …) are on no other copy. Taking it along is audited, once for as many rows. Safe to repeat.
 */
export const signInSheet = defineCall({
  name: 'reports/sign-in-sheet',
  input: v.object({ /** Of this copy: asked for once more it has the same blank rows. */ recordId: RecordId, sessionId: Id }),
  output: v.object({
    /** Of the file. */
    name: v.string(),
    /** The file's bytes, base64. */
    docx: v.string(),
    /** How many people are expected on it: rows with a number. */
    rows: v.number(),
  }),
  failures: ['session-not-found'],
})
