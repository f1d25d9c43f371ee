/** Which figure of which unit and time (a month or longer) is opened, as the address of a page. */
export interface FactsOf { unitId: string; month: string; figure: string; own: boolean; campaignId?: string | undefined }

export function addressOfFacts({ unitId, month, figure, own, campaignId }: FactsOf): string {
  return `/pages/admin/facts/index?unitId=${unitId}&month=${month}&figure=${figure}${own ? '&own=1' : ''}${campaignId ? `&campaignId=${campaignId}` : ''}`
}

/** null: the address is broken. */
export function factsOf(query: Partial<Record<string, string>>): FactsOf | null {
  const { unitId, month, figure, own, campaignId } = query
  return unitId && month && figure ? { unitId, month, figure, own: own === '1', campaignId } : null
}
