/** `serve` with everything real but the database, which answers at once: what is left is its own time. */
import { createRequire } from 'node:module'
import type { Call } from '../../../contract/call'
import { serve as answering } from '../../child'

const CALLS = 2_000
const openid = 'openid-chen'
Object.assign(process.env, {
  LINLI_CALLS_PER_SECOND: '1000000', TENCENTCLOUD_RUNENV: 'SCF', TCB_SOURCE: 'wx_client', WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID', WX_OPENID: openid, WX_APPID: 'wx0000000000000000', TCB_CONTEXT_KEYS: 'TCB_SOURCE',
})

const person = { _id: openid, personKey: 'p-chen', mintedAt: '2026-11-01T00:00:00.000Z', roles: [{ role: 'admin', unitId: 'yuyin' }, { role: 'gridWorker', unitId: 'yuyin-1' }] }
const found = { data: person }
/** Whatever is asked of the database, by whatever verb, is one operation. */
let operations = 0
const database = () => ({ command: {}, collection: () => ({ doc: () => ({ get: async () => { operations += 1; return found } }) }) })
const load = createRequire(__filename)
const sdk = load.resolve('wx-server-sdk')
Object.assign(load(sdk) as object, { init: () => undefined, database })

const startsAt = (day: number) => new Date(Date.UTC(2026, 11, 1, 11) + day * 86_400_000).toISOString()
const inputs = {
  light: {},
  heavy: {
    recordId: 'record-000000000001', kind: 'training_class', title: '书法班'.repeat(8), hostUnitId: 'yuyin', placeName: '社区活动室',
    sessions: Array.from({ length: 60 }, (_, day) => ({ startsAt: startsAt(day), endsAt: startsAt(day + 0.05), capacity: 30 })),
  },
}
type Weight = keyof typeof inputs

async function mainOf(weight: Weight): Promise<(event: unknown) => Promise<{ ok: boolean }>> {
  const { bind, serve } = await import('../../../cloudfunctions/_shared/serve')
  const { whoAmI } = await import('../../../contract/people/who-am-i')
  const { createEvent } = await import('../../../contract/events/create')
  const nothing = async () => ({}) as never
  return weight === 'light' ? serve('people', [bind(whoAmI, nothing)]) : serve('events', [bind(createEvent, nothing)])
}

async function served(main: Awaited<ReturnType<typeof mainOf>>, weight: Weight): Promise<void> {
  const names: Record<Weight, Call['name']> = { light: 'who-am-i', heavy: 'create' }
  const event = { call: names[weight], input: inputs[weight] }
  for (let n = 0; n < CALLS; n += 1) {
    const answer = await main(event)
    if (!answer.ok) throw new Error(`not served: ${JSON.stringify(answer)}`)
  }
}

const work = {
  /** Of the database, of one call. */
  async operations(weight: Weight): Promise<number> {
    const main = await mainOf(weight)
    const before = operations
    await served(main, weight)
    return (operations - before) / CALLS
  },
  /** Of the processor, of one call, on average: it waits for nothing, and so a busy machine disturbs it little. */
  async milliseconds(weight: Weight): Promise<number> {
    const main = await mainOf(weight)
    const begin = process.cpuUsage()
    await served(main, weight)
    const { user, system } = process.cpuUsage(begin)
    return (user + system) / 1000 / CALLS
  },
}
export type ServeProcess = typeof work

answering(work)
