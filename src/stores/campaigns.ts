/** 主题月, 宣传周 as an admin sees them: those around a unit, one of them with what its items rest on, and what is done to them. */
import { callCampaign, campaignStanding, changeCampaign, listCampaigns, tick, tickable } from '#contract/events/campaigns'
import { call, type Sent } from './call'
import { fetchStore } from './fetched'

export const useCampaigns = fetchStore(listCampaigns)
export const useCampaign = fetchStore(campaignStanding)
export const useTickable = fetchStore(tickable)

export const callFor = (input: Sent<typeof callCampaign>) => call(callCampaign, input)
export const writeCampaign = (input: Sent<typeof changeCampaign>) => call(changeCampaign, input)
export const tag = (input: Sent<typeof tick>) => call(tick, input)
/** As it stands at this moment, to be met again after somebody else changed it. */
export const fetchCampaign = (input: Sent<typeof campaignStanding>) => call(campaignStanding, input)
