/** Of a superior's own tables, to be filled for this month or these days. */
export function addressOfTables(unitId: string, month: string, days: { from: string; to: string } | null): string {
  return `/pages/admin/report-tables/index?unitId=${unitId}&month=${month}${days ? `&from=${days.from}&to=${days.to}` : ''}`
}
