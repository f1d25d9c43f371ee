/** 主题月 and 宣传周: `campaigns/<id>`, of a unit and for everything below it. */
import { command } from '../cloud'
import { collection } from './collection'
import type { UnitRecord } from './units'

export interface CampaignRecord {
  _id: string
  /** Root … the unit that calls for it. */
  path: string[]
  name: string
  /** 第十二个 */
  ordinal?: string
  theme?: string
  from: string
  to: string
}

export function campaignRecord(unit: UnitRecord, campaign: { id: string; name: string; ordinal?: string; theme?: string; from: string; to: string }): CampaignRecord {
  return { _id: campaign.id, path: unit.path, name: campaign.name, ...(campaign.ordinal && { ordinal: campaign.ordinal }), ...(campaign.theme && { theme: campaign.theme }), from: campaign.from, to: campaign.to }
}

const campaigns = collection<CampaignRecord>('campaigns')

/** Campaigns of the unit or of a unit above it that share a day with these, the earlier first. */
export async function campaignsOf(unit: Pick<UnitRecord, 'path'>, days: { from: string; to: string }): Promise<CampaignRecord[]> {
  const overlapping = { path: unit.path[0] ?? '', from: command.lte(days.to), to: command.gte(days.from) }
  const found = await campaigns.list(overlapping, { orderBy: [['from', 'asc'], ['_id', 'asc']], limit: 100 })
  return found.filter((campaign) => unit.path.includes(campaign.path[campaign.path.length - 1] ?? ''))
}

/** Does a unit with this path belong to the one that calls for it? */
export async function isCampaignFor(campaignId: string, path: readonly string[]): Promise<boolean> {
  const campaign = await campaigns.find(campaignId)
  return campaign !== null && path.includes(campaign.path.at(-1) ?? '')
}
