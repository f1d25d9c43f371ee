import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'
import { UnitName } from './add'

/** `was`: the name that the caller saw, so that two who rename at once see each other. */
export const renameUnit = defineCall({
  name: 'units/rename',
  input: v.object({ unitId: Id, name: UnitName, was: v.pipe(v.string(), v.maxLength(200, '名称太长')) }),
  output: v.object({ unitId: Id, name: v.string() }),
  failures: ['unit-not-found', 'name-taken', 'changed-meanwhile'],
})
