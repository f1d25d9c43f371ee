/**
 * Sends made-up inputs of one call as a resident, a worker and an admin, and looks at every answer: named or bad input in
 * Chinese, of the promised shape, never `internal`, never nothing.
 */
import fc from 'fast-check'
import * as v from 'valibot'
import type { Answer, Call } from '../../contract/call'
import { callFunction } from '../../emulator/world/call-function'
import { openidOf, type CastId } from '../../emulator/world/cast'
import type { OpenWorld } from '../../emulator/world/open-world'
import { spoilt, valid, type Lexicon } from './from-schema'
import { nodeOf } from './schema-node'

const senders: readonly CastId[] = ['zhang', 'chen', 'lin']
const common = ['bad-input', 'not-allowed']

export async function sendInputs(world: OpenWorld, call: Call, lexicon: Lexicon, { runs, seed }: { runs: number; seed: number }): Promise<void> {
  const node = nodeOf(call.input)
  const input = fc.oneof(valid(node, lexicon), spoilt(node, lexicon))
  const property = fc.asyncProperty(fc.constantFrom(...senders), input, async (who, sent) => {
    const trouble = troubleWith(call, await callFunction(world.cloud, openidOf(who), call, sent as never))
    if (trouble) throw new Error(`${who}: ${trouble}`)
  })
  // The world remembers what was sent, so a failure cannot be made smaller by sending again.
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true })
}

function troubleWith(call: Call, answer: Answer<Call>): string | null {
  if (answer.ok) {
    const outcome = v.safeParse(call.output, answer.value)
    return outcome.success ? null : `${call.name} answered what its contract does not promise: ${outcome.issues[0].message}`
  }
  if (answer.failure === 'bad-input' && !/\p{Script=Han}/u.test(answer.message ?? '')) return `${call.name} answered bad input without Chinese words: ${answer.message}`
  if (!common.includes(answer.failure) && !call.failures.includes(answer.failure)) return `${call.name} answered ${answer.failure}`
  return null
}
