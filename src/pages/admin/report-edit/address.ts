/** Of the page where the words of a month's report are changed. */
export function addressOfEdit(unitId: string, month: string): string {
  return `/pages/admin/report-edit/index?unitId=${unitId}&month=${month}`
}
