/**
 * A seeded world on a laptop: `npm start` and the tests open the same ones. It builds nothing: it runs the bundles in
 * dist/cloudfunctions, as an upload would. A folder that already holds the world keeps what was done in it, and its
 * clock goes on where it was left.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Answer, Call } from '../../contract/call'
import { lockFolder } from '../cloud/folder-lock'
import { startCloud, type Cloud, type CloudOptions } from '../cloud/start-cloud'
import { callFunction, type Sent } from './call-function'
import { openidOf, type CastId } from './cast'
import { clockLeftIn, keepClock } from './kept-clock'
import { keysIn } from './keys'
import { worlds, type WorldName } from './worlds'

export interface WorldOptions {
  name: WorldName
  /** Absent: a temporary folder that `stop` removes. */
  dataDir?: string
  /** Start from the seed again. */
  fresh?: boolean
  port?: number
  /** The rest is for tests of special weather. */
  cloud?: Partial<Omit<CloudOptions, 'dataDir' | 'port' | 'now'>>
}

export interface OpenWorld {
  name: WorldName
  cloud: Cloud
  call<C extends Call>(who: CastId, call: C, input: Sent<C>): Promise<Answer<C>>
  stop(): Promise<void>
}

const builtFunctions = resolve(__dirname, '../../dist/cloudfunctions')
/** All that the emulator and this file keep in a data folder, but for open.lock, which whoever is there may hold. */
const kept = ['world.json', 'clock.json', 'clock.json.new', 'database.sqlite', 'database.sqlite-shm', 'database.sqlite-wal', 'files', 'keys.json', 'logs', 'openapi.jsonl']

export async function openWorld(options: WorldOptions): Promise<OpenWorld> {
  const functionsDir = options.cloud?.functionsDir ?? builtFunctions
  if (!existsSync(functionsDir)) throw new Error('还没有构建云函数：请先运行 npm run build:functions')
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'linli-'))
  const seeded = isSeeded(dataDir, options)
  if (!seeded) clear(dataDir)
  const world = worlds[options.name]
  mkdirSync(dataDir, { recursive: true })
  const env = { ...keysIn(dataDir), ...options.cloud?.env }
  const started = await startCloud({
    messagePush: 'evidence', given: given(), ...options.cloud, env, functionsDir, dataDir, now: clockLeftIn(dataDir) ?? world.startsAt, ...(options.port !== undefined && { port: options.port }),
  })
  const clock = keepClock(started.clock, dataDir)
  const cloud: Cloud = { ...started, clock }
  if (!seeded) {
    for (const [collection, documents] of Object.entries(world.seed())) cloud.db.insertMany(collection, documents)
    // Last: a folder whose seeding broke off is seeded again.
    writeFileSync(join(dataDir, 'world.json'), JSON.stringify({ name: options.name }))
  }
  return {
    name: options.name,
    cloud,
    call: (who, call, input) => callFunction(cloud, openidOf(who), call, input),
    async stop() {
      await cloud.stop()
      clock.leave()
      setLogsApart(dataDir)
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Each function gets the variables that a deployment gives it, and no others. */
function given(): Record<string, string[]> {
  return JSON.parse(readFileSync(resolve(builtFunctions, '../deploy/environment.json'), 'utf8')) as Record<string, string[]>
}

/** Where LINLI_LOGS_APART says so, what was logged outlives the world: a run of tests looks through all of it at its end. */
function setLogsApart(dataDir: string): void {
  const apart = process.env['LINLI_LOGS_APART']
  if (apart === undefined) return
  const folder = mkdtempSync(join(apart, `${basename(dataDir)}-`))
  for (const name of ['logs', 'openapi.jsonl']) if (existsSync(join(dataDir, name))) cpSync(join(dataDir, name), join(folder, name), { recursive: true })
}

function clear(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  const unlock = lockFolder(dataDir) // nobody loses the world that is open to them
  for (const name of kept) rmSync(join(dataDir, name), { recursive: true, force: true })
  unlock()
}

function isSeeded(dataDir: string, { name, fresh }: WorldOptions): boolean {
  const marker = join(dataDir, 'world.json')
  if (fresh || !existsSync(marker)) return false
  const held = (JSON.parse(readFileSync(marker, 'utf8')) as { name?: unknown }).name
  if (held !== name) throw new Error(`${dataDir} 里是另一个世界（${String(held)}）：请换一个文件夹，或选择重新开始`)
  return true
}
