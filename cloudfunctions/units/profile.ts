import { unitProfile } from '../../contract/units/profile'
import { profileOf } from '../_shared/records/profiles'
import { findUnit, unitBrief } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import { shownLines } from '../_shared/rules/profile'
import type { Handler } from '../_shared/serve'

export const handleProfile: Handler<typeof unitProfile> = async ({ unitId }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may(unitProfile.name, unit.path)) return refuse('unit-not-found')
  return { unit: unitBrief(unit), lines: shownLines(await profileOf(unitId)) }
}
