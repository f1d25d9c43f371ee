import * as v from 'valibot'
import { Day } from '../values'

/** The first and the last day, both counted; for a report that closes nothing (截至 25 日). */
export const Days = v.object({ from: Day, to: Day })
export type Days = v.InferOutput<typeof Days>
