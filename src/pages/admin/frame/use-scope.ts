/** The unit and month that every admin page is about, and whether the person may look at any. */
import { useEffect } from 'react'
import type { UnitBrief } from '#contract/values'
import { administered, unitInScope, useAdminScope } from '../../../stores/admin-scope'
import { today } from '../../../stores/calendar'
import { loadMe, useMe } from '../../../stores/people'

export interface Scope {
  unit: UnitBrief | null
  units: UnitBrief[]
  month: string
  /** null: not known yet. */
  allowed: boolean | null
  failed: ReturnType<typeof useMe.getState>['failed']
}

export function useScope(usualMonth: (today: string) => string): Scope {
  const { value, failed } = useMe()
  const { unitId, month } = useAdminScope()
  useEffect(() => void loadMe(), [])
  const units = administered(value)
  return { unit: unitInScope(value, unitId), units, month: month ?? usualMonth(today()), allowed: value === null ? null : units.length > 0, failed }
}
