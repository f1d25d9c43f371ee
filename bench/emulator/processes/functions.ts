/** A cloud with its function processes, called from inside as its door calls it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { whoAmI } from '../../../contract/people/who-am-i'
import { startCloud } from '../../../emulator/cloud/start-cloud'
import { openWorld } from '../../../emulator/world/open-world'
import { serve } from '../../child'

const IN_FLIGHT = 16

/** Runs `count` calls and answers how many there were a second. */
type Rate = (count: number) => Promise<number>
interface Callable { rate: Rate; stop(): Promise<void> }
let open: Callable | undefined

const rateOf = (call: () => Promise<void>): Rate => async (count) => {
  let begun = 0
  const started = performance.now()
  await Promise.all(Array.from({ length: IN_FLIGHT }, async () => {
    while (begun++ < count) await call()
  }))
  return (count * 1000) / (performance.now() - started)
}

async function oneRead(): Promise<Callable> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const cloud = await startCloud({ dataDir, functionsDir: join(__dirname, '../functions'), indexes: { people: [] } })
  cloud.db.insertMany('people', [{ _id: 'p-1', callName: '王阿姨' }])
  const call = async () => {
    const person = (await cloud.invoke('one-read', { openid: 'openid-1' })) as { _id?: string }
    if (person._id !== 'p-1') throw new Error(`another answer: ${JSON.stringify(person)}`)
  }
  return {
    rate: rateOf(call),
    async stop() {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function whoAmICall(): Promise<Callable> {
  const world = await openWorld({ name: 'event-day', cloud: { env: { LINLI_CALLS_PER_SECOND: '1000000' } } })
  const call = async () => {
    const answer = await world.call('li', whoAmI, {})
    if (!answer.ok || answer.value.personKey !== 'p-li') throw new Error(`another answer: ${JSON.stringify(answer)}`)
  }
  return { rate: rateOf(call), stop: () => world.stop() }
}

const work = {
  async open(which: 'one-read' | 'who-am-i') {
    await open?.stop()
    open = await (which === 'one-read' ? oneRead : whoAmICall)()
  },
  rate(count: number) {
    if (!open) throw new Error('not open')
    return open.rate(count)
  },
  /** Milliseconds until a function without any process has answered. */
  async cold() {
    await open?.stop()
    open = await whoAmICall()
    return 1000 / (await open.rate(1))
  },
}
export type FunctionsProcess = typeof work

serve(work, () => open?.stop())
