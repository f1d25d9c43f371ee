/** How many people were in a session's room, and how that is known. All in 人次. */
import * as v from 'valibot'

export const Room = v.object({
  /** Σ present over live check-ins. */
  signedIn: v.number(),
  /** Σ people in live walk-ins. */
  walkIns: v.number(),
  /** 现场清点: the latest live headcount, areas summed; null when nobody counted. */
  headcount: v.nullable(v.number()),
  /** Is the headcount meant exactly? */
  headcountSoft: v.boolean(),
  /** Headcount beyond those signed in and walked in, never below 0. */
  unregistered: v.number(),
  /** 人次 of the session = max(signedIn + walkIns, headcount). */
  attendances: v.number(),
})
export type Room = v.InferOutput<typeof Room>
