/** Who the person is, where they live, what they may do. */
import { chooseCommunity } from '#contract/people/choose-community'
import { whoAmI } from '#contract/people/who-am-i'
import type { Answer, Output } from '#contract/call'
import { call } from './call'
import { fetchStore } from './fetched'

export type Me = Output<typeof whoAmI>

export const useMe = fetchStore(whoAmI)

let asking: Promise<void> | null = null

/** Asked once; every page may call it, and whoever comes while it is asked waits for the same answer. */
export async function loadMe(): Promise<void> {
  if (useMe.getState().value !== null) return
  asking ??= useMe.getState().load({}).finally(() => { asking = null })
  await asking
}

export async function moveTo(communityId: string): Promise<Answer<typeof chooseCommunity>> {
  const answer = await call(chooseCommunity, { communityId })
  const { value } = useMe.getState()
  if (answer.ok && value) useMe.setState({ value: { ...value, community: answer.value.community } })
  return answer
}
