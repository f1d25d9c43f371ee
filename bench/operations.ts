/** Database operations of one call as the emulator counts them, besides the one read that establishes who calls. */
import type { Answer, Call, Output } from '../contract/call'
import { callFunction, type Sent } from '../emulator/world/call-function'
import type { OpenWorld } from '../emulator/world/open-world'

export interface Counted<C extends Call> { operations: number; actions: string[]; value: Output<C> }

/** Throws where the call is refused. */
export async function counted<C extends Call>(world: OpenWorld, openid: string, call: C, input: Sent<C>): Promise<Counted<C>> {
  const { faults } = world.cloud
  const heard = faults.listen(call.name.split('/')[0] ?? '')
  const answer: Answer<C> = await callFunction(world.cloud, openid, call, input)
  faults.disarm()
  if (!answer.ok) throw new Error(`${call.name}: ${JSON.stringify(answer)}`)
  const actions = heard.filter((action) => action.startsWith('database.')).slice(1)
  return { operations: actions.length, actions, value: answer.value }
}
