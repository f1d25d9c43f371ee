import { setProfileLine } from '../../contract/units/profile'
import { writeLine } from '../_shared/records/profiles'
import { findUnit } from '../_shared/records/units'
import { dayOf, instant, monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

export const handleSetProfileLine: Handler<typeof setProfileLine> = async ({ unitId, own = null, ...said }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || unit.level === 'grid' || !caller.may(setProfileLine.name, unit.path)) return refuse('unit-not-found')
  const days = said.value.kind === 'date' ? [said.asOf, said.value.on] : [said.asOf]
  if (days.some((day) => day > dayOf(now))) return refuse('day-in-future')
  const written = await writeLine(unit.path, { ...said, own, by: caller.personKey, at: instant(now) }, setProfileLine.name)
  return typeof written === 'string' ? refuse(written) : { lineId: said.lineId, rev: written }
}
