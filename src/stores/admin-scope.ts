/** Which unit and month an admin is looking at: chosen once, kept from 汇总 to 总结 and back. */
import { create } from 'zustand'
import type { UnitBrief } from '#contract/values'
import type { Me } from './people'

interface AdminScope {
  unitId: string | null
  month: string | null
  chooseUnit(unitId: string): void
  chooseMonth(month: string): void
}

export const useAdminScope = create<AdminScope>()((set) => ({
  unitId: null,
  month: null,
  chooseUnit: (unitId) => set({ unitId }),
  chooseMonth: (month) => set({ month }),
}))

/** Units whose month the person may see, in the tree's order. Grids have their column in the table, not a page of their own. */
export function administered(me: Me | null): UnitBrief[] {
  const covered = me?.roles.filter((role) => role.role === 'admin').flatMap((role) => role.covers) ?? []
  return covered.filter((unit, i) => unit.level !== 'grid' && covered.findIndex((other) => other.id === unit.id) === i)
}

/** The chosen unit, or the topmost. */
export function unitInScope(me: Me | null, unitId: string | null): UnitBrief | null {
  const units = administered(me)
  return units.find((unit) => unit.id === unitId) ?? units[0] ?? null
}
