/**
 * Sends inputs of one call as a resident, a worker and an admin, and looks at every answer: named or bad input in Chinese, of the
 * promised shape, never `internal`, never nothing, never a word about our insides. What is refused has changed nothing.
 */
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { rowOf, type Role } from '../../cloudfunctions/_shared/rules/matrix'
import type { Answer, Call } from '../../contract/call'
import { eraseMe } from '../../contract/people/erase'
import { whoAmI } from '../../contract/people/who-am-i'
import { callFunction } from '../../emulator/world/call-function'
import { cast, openidOf, type CastId } from '../../emulator/world/cast'
import type { OpenWorld } from '../../emulator/world/open-world'
import { collections } from '../doors/house'
import type { Sifted } from './sift'

const senders: readonly CastId[] = ['zhang', 'chen', 'lin']
const common = ['bad-input', 'not-allowed']
const writes = ['database.insertDocument', 'database.modifyDocument', 'database.removeDocument', 'storage.put', 'storage.batchDeleteFile']

export async function sendInputs(world: OpenWorld, call: Call, { accepted, refused }: Sifted): Promise<void> {
  const may = (who: CastId) => mayMake(who, call.name)
  const hopeless = senders.flatMap((who) => (may(who) ? refused : [...refused, ...accepted]).map((input) => ({ who, input })))
  const before = everything(world)
  await sideBySide(hopeless, async ({ who, input }) => {
    const answer = await sendOne(world, call, who, input)
    if (answer.ok || !common.includes(answer.failure)) complain(who, input, `${call.name} did not refuse it outright: ${JSON.stringify(answer).slice(0, 300)}`)
  })
  if (everything(world) !== before) throw new Error(`${call.name} refused all of it, and yet something changed`)

  let now = everything(world)
  const operations = world.cloud.faults.listen(call.name.split('/')[0] ?? '')
  for (const who of senders.filter(may)) {
    for (const input of accepted) {
      const seen = operations.length
      const answer = await sendOne(world, call, who, input)
      if (call.name === eraseMe.name && answer.ok) {
        // Nobody knows them any more: they come back as somebody new.
        await callFunction(world.cloud, openidOf(who), whoAmI, {})
        now = everything(world)
        continue
      }
      if (!operations.slice(seen).some((one) => writes.includes(one))) continue
      const after = everything(world)
      if (!answer.ok && after !== now) complain(who, input, `${call.name} refused it (${answer.failure}), and yet something changed`)
      now = after
    }
  }
  world.cloud.faults.disarm()
}

/** By the matrix, for any unit at all. */
function mayMake(who: CastId, call: string): boolean {
  const row = rowOf(call)
  const role: Role | undefined = cast[who].grant?.role
  return row === 'everyone' || (Array.isArray(row) && role !== undefined && row.includes(role))
}

const everything = ({ cloud }: OpenWorld) => JSON.stringify(collections.map((name) => cloud.db.find(name)))

async function sendOne(world: OpenWorld, call: Call, who: CastId, input: unknown): Promise<Answer<Call>> {
  const answer = await callFunction(world.cloud, openidOf(who), call, input as never).catch((failure: unknown) => complain(who, input, `${call.name} answered nothing: ${String(failure)}`))
  const trouble = troubleWith(call, answer)
  return trouble ? complain(who, input, trouble) : answer
}

function complain(who: CastId, input: unknown, trouble: string): never {
  throw new Error(`${who}: ${trouble}\ninput: ${JSON.stringify(input)?.slice(0, 2_000)}`)
}

export function troubleWith(call: Call, answer: Answer<Call>): string | null {
  if (insides.test(JSON.stringify(answer))) return `${call.name} tells of its insides: ${JSON.stringify(answer).slice(0, 300)}`
  if (answer.ok) {
    const outcome = v.safeParse(call.output, answer.value)
    if (!outcome.success) return `${call.name} answered what its contract does not promise: ${outcome.issues[0].message}`
    return isDeepStrictEqual(outcome.output, answer.value) ? null : `${call.name} answered more than its contract promises: ${JSON.stringify(answer.value).slice(0, 2_000)}`
  }
  if (answer.failure === 'bad-input' && !/\p{Script=Han}/u.test(answer.message ?? '')) return `${call.name} answered bad input without Chinese words: ${answer.message}`
  if (!common.includes(answer.failure) && !call.failures.includes(answer.failure)) return `${call.name} answered ${answer.failure}`
  return null
}

/** A stack trace, a file of ours, the database's own words. */
const insides = /\\n\s+at |\.[cm]?[jt]s:\d|node_modules|cloudfunctions\/|\/tmp\/|DATABASE_|errCode|wx-server-sdk|LINLI_/

/** A few at once: these change nothing, so their order does not matter. */
async function sideBySide<T>(all: readonly T[], send: (one: T) => Promise<void>, atOnce = 6): Promise<void> {
  const waiting = [...all]
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await send(one)
  }))
}
