import * as v from 'valibot'
import { defineCall } from '../call'
import { faceWords } from './names'

/** What the caller wants to be called, for the next sheet and at the door. */
export const callMe = defineCall({
  name: 'people/call-me',
  input: v.object(faceWords),
  output: v.object({ callName: v.string(), building: v.nullable(v.string()) }),
  failures: ['words-refused'],
})
