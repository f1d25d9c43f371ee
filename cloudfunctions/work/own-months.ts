import type { OwnMonthState, ownMonths } from '../../contract/work/own-months'
import type { Grant } from '../_shared/caller'
import { quietMonthsOf } from '../_shared/records/quiet-months'
import { findUnit, treeBelow, unitBrief, type UnitRecord } from '../_shared/records/units'
import { unitsWithEntries } from '../_shared/records/work-entries'
import type { Handler } from '../_shared/serve'

const most = 60

export const handleOwnMonths: Handler<typeof ownMonths> = async ({ month }, { caller }) => {
  const units = await unitsLoggedIn(caller.grants, month)
  const ids = units.map((unit) => unit._id)
  const [recorded, quiet] = await Promise.all([unitsWithEntries(ids, month), quietMonthsOf(ids, month)])
  const stateOf = (unitId: string): OwnMonthState => (recorded.has(unitId) ? 'recorded' : quiet.get(unitId)?.nothing ? 'nothing' : 'unknown')
  return {
    month,
    units: units.map((unit) => {
      const said = quiet.get(unit._id)
      return { unit: unitBrief(unit), state: stateOf(unit._id), saidAt: said?.nothing ? said.at : null }
    }),
  }
}

/** The grids somebody works in, or, where there are none, the unit itself; of an admin the unit alone. */
async function unitsLoggedIn(grants: readonly Grant[], month: string): Promise<UnitRecord[]> {
  const found = await Promise.all(grants.map(async ({ role, unitId }) => {
    const unit = await findUnit(unitId, month)
    if (!unit) return []
    const grids = role === 'gridWorker' ? (await treeBelow(unit, month)).filter(({ level }) => level === 'grid') : []
    return grids.length > 0 ? grids : [unit]
  }))
  return [...new Map(found.flat().map((unit) => [unit._id, unit])).values()].slice(0, most)
}
