/** Who the person is, where they live, what they may do. */
import { chooseCommunity } from '#contract/people/choose-community'
import { whoAmI } from '#contract/people/who-am-i'
import type { Answer, Output } from '#contract/call'
import { call } from './call'
import { fetchStore } from './fetched'

export type Me = Output<typeof whoAmI>

export const useMe = fetchStore(whoAmI)

/** Asked once; every page may call it. */
export async function loadMe(): Promise<void> {
  const { value, loading } = useMe.getState()
  if (value === null && !loading) await useMe.getState().load({})
}

export async function moveTo(communityId: string): Promise<Answer<typeof chooseCommunity>> {
  const answer = await call(chooseCommunity, { communityId })
  const { value } = useMe.getState()
  if (answer.ok && value) useMe.setState({ value: { ...value, community: answer.value.community } })
  return answer
}
