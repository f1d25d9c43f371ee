import * as v from 'valibot'
import { defineCall } from '../call'
import { text } from '../values'

/** What the caller wants to be called, for the next sheet and at the door. */
export const callMe = defineCall({
  name: 'people/call-me',
  input: v.object({ callName: text('称呼', 12), building: v.optional(text('楼号', 12)) }),
  output: v.object({ callName: v.string(), building: v.nullable(v.string()) }),
  failures: ['words-refused'],
})
