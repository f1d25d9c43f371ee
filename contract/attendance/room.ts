/** How many people were in a session's room, and how that is known. All in 人次. */
import * as v from 'valibot'
import { SumSoftness } from '../totals/figure'

export const Room = v.object({
  /** Σ present over live check-ins. */
  signedIn: v.number(),
  /** Σ people in live walk-ins. */
  walkIns: v.number(),
  /** 现场清点: the latest live headcount, areas summed; null when nobody counted. */
  headcount: v.nullable(v.number()),
  /** How the headcount was meant; `exact` where nobody counted. */
  softness: SumSoftness,
  /** Headcount beyond those signed in and walked in, never below 0. */
  unregistered: v.number(),
  /** 人次 of the session = max(signedIn + walkIns, headcount). */
  attendances: v.number(),
})
export type Room = v.InferOutput<typeof Room>

/** Of its 人次, and of 未登记: soft where a soft headcount decides. 40余 counted with 40 signed in is still 40余. */
export function softnessOfRoom(room: Pick<Room, 'signedIn' | 'walkIns' | 'headcount' | 'softness'>): SumSoftness {
  return room.headcount !== null && room.headcount >= room.signedIn + room.walkIns ? room.softness : 'exact'
}
