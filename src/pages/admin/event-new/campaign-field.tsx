/** Which 主题月 or 宣传周 the event belongs to; asked only where there is one around that day. */
export function CampaignField(_: { unitId: string; chosen: string; on: string; onChange(campaignId: string): void }): null {
  return null
}
