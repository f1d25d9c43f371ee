/**
 * A cloud under load is killed at a random moment, opened again and compared with what its clients were promised; the
 * next round goes on in the same folder.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startCloud, type Cloud } from '../../emulator/cloud/start-cloud'
import { clockLeftIn } from '../../emulator/world/kept-clock'
import { startCloudProcess } from './cloud-process'
import { Ledger } from './ledger'
import { writeUntilTheEnd, type Random } from './writer'

export interface KillRounds {
  rounds: number
  seed: number
  /** The control: the cloud acknowledges before it has written. */
  early?: boolean
}
export interface KillResult {
  problems: string[]
  acknowledged: number
  unheard: { done: number; notDone: number }
}

const clients = 10
const mostWrites = 300

export async function killRounds({ rounds, seed, early = false }: KillRounds): Promise<KillResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-killed-'))
  const random = randomFrom(seed)
  const ledger = new Ledger()
  const problems: string[] = []
  const reopen = async (round: number) => {
    const cloud = await startCloud({ dataDir, functionsDir: dataDir, indexes: { notes: [{ fields: { tag: 1 } }], hot: [], pairs: [] } })
    problems.push(...(await look(cloud, dataDir, ledger)).map((problem) => `round ${round}: ${problem}`))
    cloud.db.insertMany('hot', [{ _id: `hot-${round + 1}`, writes: 0, marks: {} }])
    cloud.db.insertMany('pairs', ['left', 'right'].map((side) => ({ _id: `${side}-${round + 1}`, writes: 0, marks: {} })))
    await cloud.stop()
  }
  try {
    await reopen(0)
    for (let round = 1; round <= rounds && problems.length === 0; round++) {
      const cloud = await startCloudProcess(dataDir, early ? 'early' : undefined)
      const until = ledger.acknowledged + 1 + random(mostWrites)
      const killed = ledger.atCount(until).then(() => setTimeout(random(8))).then(() => cloud.kill())
      await Promise.all([killed, ...Array.from({ length: clients }, (_, n) => writeUntilTheEnd(`c${n}`, round, cloud, ledger, random))]).finally(() => cloud.kill())
      await reopen(round)
    }
    return { problems, acknowledged: ledger.acknowledged, unheard: ledger.unheard }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Everything that is there now, and what contradicts itself. */
async function look(cloud: Cloud, dataDir: string, ledger: Ledger): Promise<string[]> {
  const there = new Map<string, string>()
  const problems: string[] = []
  for (const note of cloud.db.find('notes')) there.set(`notes/${String(note._id)}`, JSON.stringify(note))
  for (const collection of ['hot', 'pairs']) {
    for (const { _id, writes, marks } of cloud.db.find(collection) as { _id: string; writes: number; marks: object }[]) {
      for (const mark of Object.keys(marks)) there.set(`${collection}/${_id.replace('hot-', '')}/${mark}`, 'true')
      if (writes !== Object.keys(marks).length) problems.push(`${_id} counts ${writes} writes and has ${Object.keys(marks).length} marks`)
    }
  }
  const files = join(dataDir, 'files')
  for (const file of readdirSync(files, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.name.startsWith('.')) continue
    const path = relative(files, join(file.parentPath, file.name))
    const bytes = readFileSync(join(files, path))
    there.set(`files/${path}`, bytes.toString('utf8'))
    const owner = path.startsWith('incoming/') ? await ownerOf(cloud, path, bytes) : undefined
    if (owner) there.set(`owners/${path}`, owner)
  }
  const left = clockLeftIn(dataDir)
  if (ledger.latest > 0 && (left === null || Date.parse(left) < ledger.latest)) problems.push(`lost: the clock was left at ${left}, acknowledged was ${new Date(ledger.latest).toISOString()}`)
  return [...problems, ...ledger.compare(there)]
}

/** Only whoever owns a file may put it again. */
async function ownerOf(cloud: Cloud, path: string, bytes: Uint8Array): Promise<string | undefined> {
  for (const openid of ['o-stranger', ...Array.from({ length: clients }, (_, n) => `o-c${n}`)]) {
    const put = cloud.client(openid).uploadFile({ cloudPath: path, fileContent: bytes })
    if (await put.then(() => true, () => false)) return openid
  }
  return undefined
}

/** A small generator with a seed (mulberry32), so that a round that fails can be told to somebody. */
function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}
