/** Pairs a second, the bare engine and the SDK in turn, so that a noisy machine disturbs both. */
import { join } from 'node:path'
import { startChild } from '../children'
import { figure, RUNS, type Figure } from '../figures'
import { targets } from '../targets'
import { temporaryFolder } from '../temporary-folder'
import { LEFT, type Held } from './pair'
import type { BareEngine } from './processes/bare-engine'
import type { Client } from './processes/client'
import type { CloudProcess } from './processes/cloud'

const BARE_PAIRS = 3000
const SDK_PAIRS = 1200

export async function pairs(): Promise<Figure[]> {
  const dataDir = temporaryFolder()
  const bare = startChild<BareEngine>(join(__dirname, 'processes/bare-engine.ts'))
  const cloud = startChild<CloudProcess>(join(__dirname, 'processes/cloud.ts'))
  const client = startChild<Client>(join(__dirname, 'processes/client.ts'))

  async function bareRound(round: string): Promise<number> {
    const seconds = await bare.ask('pairs', { round, count: BARE_PAIRS })
    requireExact(`bare ${round}`, await bare.ask('held', round), BARE_PAIRS)
    return BARE_PAIRS / seconds
  }
  async function sdkRound(round: string): Promise<number> {
    await cloud.ask('begin', round)
    const { seconds, acknowledged } = await client.ask('pairs', { round, count: SDK_PAIRS })
    requireExact(`SDK ${round}`, await cloud.ask('held', round), acknowledged)
    if (acknowledged !== SDK_PAIRS) throw new Error(`SDK ${round}: only ${acknowledged} of ${SDK_PAIRS} pairs were acknowledged`)
    return SDK_PAIRS / seconds
  }

  try {
    await bare.ask('open', dataDir)
    await client.ask('connect', await cloud.ask('open', join(dataDir, 'cloud')))
    const sdkRates: number[] = []
    const bareRates: number[] = []
    await bareRound('warm-up')
    await sdkRound('warm-up')
    for (let run = 1; run <= RUNS; run += 1) {
      bareRates.push(await bareRound(`run-${run}`))
      sdkRates.push(await sdkRound(`run-${run}`))
    }
    const ratios = sdkRates.map((rate, run) => rate / (bareRates[run] ?? Number.NaN))
    return [
      figure('条件更新加定号插入，经真实 SDK，16 个同时在途', '对/秒', sdkRates),
      figure('同样的对，只用引擎，不经 HTTP 和 SDK', '对/秒', bareRates),
      figure('SDK 与引擎之比，同一轮内', '倍', ratios, targets.emulator.pairsRatio),
    ]
  } finally {
    await Promise.all([bare.end(), cloud.end(), client.end()])
  }
}

/** Speed that loses or repeats a write is worth nothing. */
function requireExact(round: string, { left, taken }: Held, acknowledged: number): void {
  if (left === LEFT - acknowledged && taken === acknowledged) return
  throw new Error(`${round}: ${acknowledged} pairs acknowledged, but ${LEFT} places became ${String(left)} and ${taken} documents exist`)
}
