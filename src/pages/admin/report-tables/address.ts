import type { Other } from '../report/days-sheet'

/** Of a superior's own tables, to be filled for this month, or these days or this campaign. */
export function addressOfTables(unitId: string, month: string, other: Other | null): string {
  const { days, campaign } = other ?? {}
  return `/pages/admin/report-tables/index?unitId=${unitId}&month=${month}${days ? `&from=${days.from}&to=${days.to}` : ''}${campaign ? `&campaignId=${campaign.id}` : ''}`
}
