import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'
import { faceWords } from './names'

export const Face = v.object({ personKey: Id, callName: v.string(), building: v.nullable(v.string()) })

/**
 * 熟面孔: a neighbour without WeChat, known in the caller's community by 称呼 and building, for whom the caller registers. The same words are
 * the same person, whoever wrote them first. Safe to repeat.
 */
export const addFace = defineCall({
  name: 'people/add-face',
  input: v.object(faceWords),
  output: Face,
  failures: ['choose-community-first', 'too-many', 'words-refused'],
})

/** The neighbours for whom the caller registers. */
export const myFaces = defineCall({
  name: 'people/faces',
  input: v.object({}),
  output: v.object({ faces: v.array(Face) }),
  failures: [],
})
