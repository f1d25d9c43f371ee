/**
 * Pairs a second, the bare engine and the SDK in turn. The 16 in flight come from two processes, as from the two instances of a function;
 * and, for comparison, all from one: the SDK keeps that one busier than the cloud is, so it shows the SDK's own price.
 */
import { join } from 'node:path'
import { startChild } from '../children'
import { figure, RUNS, type Figure } from '../figures'
import { targets } from '../targets'
import { temporaryFolder } from '../temporary-folder'
import { LEFT, type Held } from './pair'
import type { BareEngine } from './processes/bare-engine'
import type { Client } from './processes/client'
import type { CloudProcess } from './processes/cloud'

const IN_FLIGHT = 16
/** Of a slice. A run is several, in turn, so that what else the machine does falls on all alike. */
const BARE_PAIRS = 600
const SDK_PAIRS = 240
const SLICES = 5
/** Runs that are not counted: V8 is done with the SDK's code after some thousand requests. */
const WARM_UPS = 3

export async function pairs(): Promise<Figure[]> {
  const dataDir = temporaryFolder()
  const bare = startChild<BareEngine>(join(__dirname, 'processes/bare-engine.ts'))
  const cloud = startChild<CloudProcess>(join(__dirname, 'processes/cloud.ts'))
  const clients = [1, 2].map(() => startChild<Client>(join(__dirname, 'processes/client.ts')))

  /** These answer the seconds that a slice took. */
  async function bareSlice(round: string): Promise<number> {
    const seconds = await bare.ask('pairs', { round, count: BARE_PAIRS })
    requireExact(`bare ${round}`, await bare.ask('held', round), BARE_PAIRS)
    return seconds
  }
  async function sdkSlice(round: string, senders: typeof clients): Promise<number> {
    await cloud.ask('begin', round)
    const [share, inFlight] = [SDK_PAIRS / senders.length, IN_FLIGHT / senders.length]
    const begun = performance.now()
    const counts = await Promise.all(senders.map((client, i) => client.ask('pairs', { round, first: i * share, end: (i + 1) * share, inFlight })))
    const seconds = (performance.now() - begun) / 1000
    const acknowledged = counts.reduce((sum, count) => sum + count, 0)
    requireExact(`SDK ${round}`, await cloud.ask('held', round), acknowledged)
    if (acknowledged !== SDK_PAIRS) throw new Error(`SDK ${round}: only ${acknowledged} of ${SDK_PAIRS} pairs were acknowledged`)
    return seconds
  }
  /** Pairs a second of each. */
  async function oneRun(run: number): Promise<{ bare: number; two: number; one: number }> {
    const seconds = { bare: 0, two: 0, one: 0 }
    for (let slice = 1; slice <= SLICES; slice += 1) {
      seconds.bare += await bareSlice(`run ${run}.${slice}`)
      seconds.two += await sdkSlice(`run ${run}.${slice} of two`, clients)
      seconds.one += await sdkSlice(`run ${run}.${slice} of one`, [clients[slice % 2]!])
    }
    return { bare: (BARE_PAIRS * SLICES) / seconds.bare, two: (SDK_PAIRS * SLICES) / seconds.two, one: (SDK_PAIRS * SLICES) / seconds.one }
  }

  try {
    await bare.ask('open', dataDir)
    const env = await cloud.ask('open', join(dataDir, 'cloud'))
    for (const client of clients) await client.ask('connect', env)
    for (let run = 1; run <= WARM_UPS; run += 1) await oneRun(-run)
    const rates = []
    for (let run = 1; run <= RUNS; run += 1) rates.push(await oneRun(run))
    return [
      figure('条件更新加定号插入，经真实 SDK，两个进程各 8 个同时在途', '对/秒', rates.map(({ two }) => two)),
      figure('同样的对，只用引擎，不经 HTTP 和 SDK', '对/秒', rates.map(({ bare: alone }) => alone)),
      figure('SDK 与引擎之比，同一轮内', '倍', rates.map(({ two, bare: alone }) => two / alone), targets.emulator.pairsRatio),
      figure('16 个都由一个进程发出时，与引擎之比', '倍', rates.map(({ one, bare: alone }) => one / alone)),
    ]
  } finally {
    await Promise.all([bare, cloud, ...clients].map((child) => child.end()))
  }
}

/** Speed that loses or repeats a write is worth nothing. */
function requireExact(round: string, { left, taken }: Held, acknowledged: number): void {
  if (left === LEFT - acknowledged && taken === acknowledged) return
  throw new Error(`${round}: ${acknowledged} pairs acknowledged, but ${LEFT} places became ${String(left)} and ${taken} documents exist`)
}
