import type { chooseCommunity } from '../../contract/people/choose-community'
import { keepWords } from '../_shared/records/people'
import { findUnit, unitBrief } from '../_shared/records/units'
import type { Handler } from '../_shared/serve'

export const handleChooseCommunity: Handler<typeof chooseCommunity> = async ({ communityId }, { caller, refuse }) => {
  const community = await findUnit(communityId)
  if (community?.level !== 'community') return refuse('unit-not-found')
  await keepWords(caller.personKey, { communityId })
  return { community: unitBrief(community) }
}
