/** Which unit and month an admin is looking at: chosen once, kept from 汇总 to 总结 and back; on 汇总 it may be a longer time. */
import { create } from './forgettable'
import type { UnitBrief } from '#contract/values'
import type { Me } from './people'

interface AdminScope {
  unitId: string | null
  month: string | null
  /** A quarter, a year or some days (contract/totals/period.ts); null: the month. */
  longer: string | null
  /** Whose facts alone are looked at, in those days; null: everything. */
  campaign: ChosenCampaign | null
  chooseUnit(unitId: string): void
  chooseMonth(month: string): void
  chooseLonger(period: string, campaign?: ChosenCampaign): void
}

export interface ChosenCampaign { id: string; name: string }

export const useAdminScope = create<AdminScope>()((set) => ({
  unitId: null,
  month: null,
  longer: null,
  campaign: null,
  chooseUnit: (unitId) => set({ unitId }),
  chooseMonth: (month) => set({ month, longer: null, campaign: null }),
  chooseLonger: (longer, campaign) => set({ longer, campaign: campaign ?? null }),
}))

/** Every unit on which the person is an admin, in the tree's order, each once. */
export function coveredByAdmin(me: Me | null): UnitBrief[] {
  const covered = me?.roles.filter((role) => role.role === 'admin').flatMap((role) => role.covers) ?? []
  return [...new Map(covered.map((unit) => [unit.id, unit])).values()]
}

/** Units whose month the person may see. Grids have their column in the table, not a page of their own. */
export function administered(me: Me | null): UnitBrief[] {
  return coveredByAdmin(me).filter((unit) => unit.level !== 'grid')
}

/** The chosen unit, or the topmost. */
export function unitInScope(me: Me | null, unitId: string | null): UnitBrief | null {
  const units = administered(me)
  return units.find((unit) => unit.id === unitId) ?? units[0] ?? null
}
