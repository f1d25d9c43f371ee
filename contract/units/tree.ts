import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Month, UnitLevel } from '../values'

export const TreeUnit = v.object({
  id: Id,
  name: v.string(),
  level: UnitLevel,
  parentId: v.nullable(Id),
  /** A move that was decided and takes effect on the 1st of that month. */
  moves: v.nullable(v.object({ toParentId: Id, toName: v.string(), from: Month })),
})
export type TreeUnit = v.InferOutput<typeof TreeUnit>

/** The unit and all below it as of today, parents before children, siblings in the tree's order. */
export const unitTree = defineCall({
  name: 'units/tree',
  input: v.object({ unitId: Id }),
  output: v.object({ units: v.array(TreeUnit) }),
  failures: ['unit-not-found'],
})
