/** Which figure is corrected, as the address of a page; none: another one is brought over. */
import type { ImportedView } from '#contract/work/imported'

export interface Corrected { unitId: string; indicator: string; period: string }

const page = '/pages/admin/imported-edit/index'

export function addressOfImported(one: Pick<ImportedView, 'unit' | 'indicator' | 'period'> | null, year: string): string {
  return one === null ? `${page}?year=${year}` : `${page}?unitId=${one.unit.id}&indicator=${one.indicator}&period=${one.period}&year=${year}`
}

export function correctedOf({ unitId, indicator, period }: Partial<Record<string, string>>): Corrected | null {
  return unitId && indicator && period ? { unitId, indicator, period } : null
}
