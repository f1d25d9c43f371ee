import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, RecordId, text, UnitLevel } from '../values'

export const UnitName = text('名称', 30)

/** One unit below another, at the end of its siblings. Safe to repeat under the same recordId. */
export const addUnit = defineCall({
  name: 'units/add',
  input: v.object({ recordId: RecordId, parentId: Id, name: UnitName, level: UnitLevel }),
  output: v.object({ unitId: Id }),
  failures: ['unit-not-found', 'level-does-not-fit', 'name-taken', 'record-id-taken', 'too-many-units'],
})
