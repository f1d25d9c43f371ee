/** Of the page where the words of a month's report are changed. */
export function addressOfEdit(unitId: string, month: string): string {
  return `/pages/admin/report-edit/index?unitId=${unitId}&month=${month}`
}

/** Of the sentences from which it is drafted. */
export function addressOfTemplate(unitId: string): string {
  return `/pages/admin/report-template/index?unitId=${unitId}`
}
