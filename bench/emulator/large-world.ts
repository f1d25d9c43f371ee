/** How long a world of 100,000 documents takes to open, and what its process weighs when a month was read. */
import { join } from 'node:path'
import { startChild } from '../children'
import { figure, RUNS, type Figure } from '../figures'
import { targets } from '../targets'
import { temporaryFolder } from '../temporary-folder'
import type { Client } from './processes/client'
import type { CloudProcess } from './processes/cloud'
import type { MakeLargeWorld } from './processes/make-large-world'

export async function largeWorld(): Promise<Figure[]> {
  const dataDir = temporaryFolder()
  const maker = startChild<MakeLargeWorld>(join(__dirname, 'processes/make-large-world.ts'))
  const client = startChild<Client>(join(__dirname, 'processes/client.ts'))
  try {
    const made = await maker.ask('make', dataDir)
    if (made.documents !== 100_000) throw new Error(`${made.documents} documents were made`)
    const seconds: number[] = []
    const megabytes: number[] = []
    for (let run = 1; run <= RUNS; run += 1) {
      const opened = await openOnce(dataDir, client, made)
      seconds.push(opened.seconds)
      megabytes.push(opened.megabytes)
    }
    return [
      figure('打开有 100,000 个文档的世界，到第一次查询有答复', '秒', seconds, targets.emulator.openSeconds),
      figure('读过一个月之后，那个进程占的内存', 'MB', megabytes, targets.emulator.openMegabytes),
    ]
  } finally {
    await Promise.all([maker.end(), client.end()])
  }
}

async function openOnce(dataDir: string, client: ReturnType<typeof startChild<Client>>, made: Awaited<ReturnType<MakeLargeWorld['make']>>) {
  const cloud = startChild<CloudProcess>(join(__dirname, 'processes/cloud.ts'))
  try {
    const { env, seconds } = await cloud.ask('openWorld', dataDir)
    await client.ask('connect', env)
    const first = await client.ask('session', made.sessionId)
    if (first.found !== made.people) throw new Error(`${first.found} of ${made.people} people were found`)
    const month = await client.ask('month', made)
    if (month < 1000) throw new Error(`a month of ${month} people is not one`)
    return { seconds: seconds + first.seconds, megabytes: await cloud.ask('megabytes') }
  } finally {
    await cloud.end()
  }
}
