import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id, Instant, Softness } from '../values'
import { IndicatorName } from './indicators'

/** Every version of one entry, newest first, each readable as it was. */
export const workVersions = defineCall({
  name: 'work/versions',
  input: v.object({ entryId: Id }),
  output: v.object({
    indicator: IndicatorName,
    versions: v.array(v.object({
      /** 第几版, from 1. */
      rev: v.number(),
      /** null: 未计数. Money in 分. */
      quantity: v.nullable(v.number()),
      softness: Softness,
      on: Day,
      withdrawn: v.boolean(),
      /** null: the first one. */
      reason: v.nullable(v.string()),
      at: Instant,
      /** Did the caller write it? */
      own: v.boolean(),
    })),
  }),
  failures: ['entry-not-found'],
})
