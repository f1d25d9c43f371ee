import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, RecordId, text } from '../values'

/** 熟面孔: a neighbour without WeChat, known by 称呼, for whom the caller registers. Safe to repeat. */
export const addFace = defineCall({
  name: 'people/add-face',
  input: v.object({ recordId: RecordId, callName: text('称呼', 12), building: v.optional(text('楼号', 12)) }),
  output: v.object({ personKey: Id, callName: v.string(), building: v.nullable(v.string()) }),
  failures: ['choose-community-first', 'too-many', 'words-refused', 'record-id-taken'],
})

/** The neighbours whom the caller added. */
export const myFaces = defineCall({
  name: 'people/faces',
  input: v.object({}),
  output: v.object({ faces: v.array(v.object({ personKey: Id, callName: v.string(), building: v.nullable(v.string()) })) }),
  failures: [],
})
