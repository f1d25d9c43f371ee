/**
 * `npm run audit:verify [world or folder] [checkpoints.jsonl]`: is the audit of a stopped world whole? Approved reports, the seals of rights and what the last
 * night kept in storage say where it stood; further checkpoints are lines as the nightly run logs them. Ends with 1 and a line for every trouble.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { troublesWith, type AuditEntry, type AuditHead, type AtLeast, type Checkpoint } from '../cloudfunctions/_shared/rules/audit-chain'
import type { GrantsRecord } from '../cloudfunctions/_shared/records/grants'
import type { ReportRecord } from '../cloudfunctions/_shared/records/reports'
import { notAsTold, saidByRights } from '../cloudfunctions/_shared/rules/sealed-rights'
import { keysOf } from '../cloudfunctions/_shared/secrets/keys'
import { startCloud } from './cloud/start-cloud'
import { keysIn } from './world/keys'

const root = resolve(__dirname, '..')
const words = { 'edited': '被改过', 'deleted': '被删掉', 'inserted': '是后来塞进去的', 'moved': '被换了位置', 'cut-off': '从这里起被截掉', 'begun-anew': '从这里起被重写' }

async function main([world = 'event-day', checkpointFile]: string[]): Promise<void> {
  const dataDir = existsSync(world) ? resolve(world) : join(root, '.linli/worlds', world)
  if (!existsSync(join(dataDir, 'database.sqlite'))) throw new Error(`没有这个世界：${world}`)
  const cloud = await startCloud({ dataDir, functionsDir: join(root, 'dist/cloudfunctions') })
  try {
    const keys = keysOf('LINLI_AUDIT_KEY', { ...keysIn(dataDir), ...(process.env.LINLI_AUDIT_KEY && { LINLI_AUDIT_KEY: process.env.LINLI_AUDIT_KEY }) })
    const printed = (cloud.db.find('reports') as unknown as ReportRecord[]).flatMap(({ steps }) => steps.flatMap((step) => (step.what === 'approve' ? [step.checkpoint] : [])))
    const grants = cloud.db.find('grants') as unknown as GrantsRecord[]
    const rights = saidByRights(grants, cloud.db.find('units', { parentId: null }).map(({ _id }) => String(_id)), keys)
    const nightly = join(dataDir, 'files/audit/ends.json')
    const kept = existsSync(nightly) ? JSON.parse(readFileSync(nightly, 'utf8')) as Checkpoint[] : []
    const checkpoints: AtLeast[] = [...printed, ...kept, ...rights.checkpoints, ...(checkpointFile === undefined ? [] : checkpointsIn(readFileSync(checkpointFile, 'utf8')))]
    const entries = cloud.db.find('audit') as unknown as AuditEntry[]
    const heads = new Map((cloud.db.find('audit-heads') as unknown as AuditHead[]).map((head) => [head._id, head]))
    const chains = new Set([...heads.keys(), ...entries.map(({ chain }) => chain), ...checkpoints.map(({ chain }) => chain)])
    const ownOf = (chain: string) => entries.filter((entry) => entry.chain === chain).sort((one, other) => (one._id < other._id ? -1 : 1))
    const otherRights = new Set([...rights.unsealed, ...[...chains].flatMap((chain) => notAsTold(grants, ownOf(chain)))])
    for (const unitId of otherRights) console.log(`✗ ${unitId} 的权限不是经系统授予、收回的样子`)
    let troubles = otherRights.size
    for (const chain of [...chains].sort()) {
      const own = ownOf(chain)
      const found = troublesWith(chain, own, heads.get(chain) ?? null, keys, checkpoints.filter((one) => one.chain === chain))
      for (const { kind, n } of found) console.log(`✗ ${chain} 第 ${n} 条${words[kind]}`)
      if (found.length === 0) console.log(`✓ ${chain} ${own.length} 条，完整；末尾 ${heads.get(chain)?.hash ?? ''}`)
      troubles += found.length
    }
    console.log(troubles === 0 ? `审计记录完整（${entries.length} 条）` : `审计记录有 ${troubles} 处问题`)
    if (troubles > 0) process.exitCode = 1
  } finally {
    await cloud.stop()
  }
}

function checkpointsIn(text: string): Checkpoint[] {
  return text.split('\n').flatMap((line) => {
    const at = line.indexOf('{"auditCheckpoint"')
    return at < 0 ? [] : [(JSON.parse(line.slice(at)) as { auditCheckpoint: Checkpoint }).auditCheckpoint]
  })
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
