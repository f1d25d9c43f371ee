/** A call of the contract as the mini-program makes it, but straight to the emulator: for worlds and tests. */
import type * as v from 'valibot'
import type { Answer, Call } from '../../contract/call'
import type { Cloud } from '../cloud/start-cloud'

/** What a client may send: fields with a default may be left out. */
export type Sent<C extends Call> = v.InferInput<C['input']>

export async function callFunction<C extends Call>(cloud: Cloud, openid: string, call: C, input: Sent<C>): Promise<Answer<C>> {
  const [subject = '', name = ''] = call.name.split('/')
  const answer = (await cloud.invoke(subject, { openid, data: { call: name, input } })) as Answer<C>
  delete answer.at // the device's matter, and another in every answer
  return answer
}
