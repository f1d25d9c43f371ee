import type { chooseCommunity } from '../../contract/people/choose-community'
import { keepWords } from '../_shared/records/people'
import { findUnit, unitBrief } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

export const handleChooseCommunity: Handler<typeof chooseCommunity> = async ({ communityId }, { caller, now, refuse }) => {
  const community = await findUnit(communityId, monthOf(now))
  if (community?.level !== 'community') return refuse('unit-not-found')
  await keepWords(caller.personKey, { communityId })
  return { community: { ...unitBrief(community), path: community.path } }
}
