/** Units and cast, and nothing has happened yet. */
import { castGrants, castOpenids } from '../world/cast'
import { unitsOfTheWorld } from '../world/units'
import type { Documents } from './story'

const monday = '2026-11-23T01:00:00.000Z'

export function empty(): Documents {
  return { units: Object.values(unitsOfTheWorld()), openids: castOpenids(monday), grants: castGrants(monday) }
}
