import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Month } from '../values'

/**
 * A grid comes under another community from the 1st of a month that has not begun; months before stay as they were, since each fact
 * keeps the path of its day. `toParentId` of the present parent takes a decided move back. The caller needs the right on both communities.
 */
export const moveUnit = defineCall({
  name: 'units/move',
  input: v.object({ unitId: Id, toParentId: Id, from: Month }),
  output: v.object({ unitId: Id, toParentId: Id, from: Month }),
  failures: ['unit-not-found', 'only-grids-move', 'month-has-begun', 'name-taken'],
})
