import * as v from 'valibot'
import { defineCall } from '../call'
import { Instant, Month, UnitBrief } from '../values'

/** 有记录, 本月无此项, 尚无记录. An entry that stands is a record, whatever was said before. */
export const OwnMonthState = v.picklist(['recorded', 'nothing', 'unknown'])
export type OwnMonthState = v.InferOutput<typeof OwnMonthState>

/**
 * How a month stands in the units the caller logs in: the grids they work in, and what an admin administers itself. For the unit's own
 * eyes, so nobody sees it of units below that they do not work in. 60 units at most.
 */
export const ownMonths = defineCall({
  name: 'work/own-months',
  input: v.object({ month: Month }),
  output: v.object({
    month: Month,
    units: v.array(v.object({ unit: UnitBrief, state: OwnMonthState, /** When it was said that there is nothing; null: not, or not any more. */ saidAt: v.nullable(Instant) })),
  }),
  failures: [],
})
