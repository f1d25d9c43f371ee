/**
 * `npm run report:verify FILE [world or folder]`: a .docx or .xlsx that was taken along, held against the ledger of a stopped world, number by number. Ends with 1 and a
 * line for every figure that is another one.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startCloud } from './cloud/start-cloud'
import { verifyFile } from './verify/verify-file'
import { clockLeftIn } from './world/kept-clock'

const root = resolve(__dirname, '..')

async function main([file, world = 'event-day']: string[]): Promise<void> {
  if (file === undefined) throw new Error('请写上要核对的文件：npm run report:verify 文件 [世界]')
  if (!existsSync(file) || !statSync(file).isFile()) throw new Error(`没有这个文件：${file}`)
  const dataDir = existsSync(world) ? resolve(world) : join(root, '.linli/worlds', world)
  if (!existsSync(join(dataDir, 'database.sqlite'))) throw new Error(`没有这个世界：${world}`)
  const cloud = await startCloud({ dataDir, functionsDir: join(root, 'dist/cloudfunctions'), now: clockLeftIn(dataDir) ?? new Date().toISOString() })
  try {
    Object.assign(process.env, cloud.env(), { SILENCE: 'true' })
    const verified = await verifyFile(readFileSync(file), cloud.clock.now())
    if (typeof verified === 'string') throw new Error(verified)
    for (const trouble of verified.troubles) console.log(`✗ ${trouble}`)
    console.log(verified.troubles.length === 0 ? `✓ 和账上一致：${verified.figures} 个数字（对照：${verified.against}）` : `和账上有 ${verified.troubles.length} 处不一样（对照：${verified.against}）`)
    if (verified.troubles.length > 0) process.exitCode = 1
  } finally {
    await cloud.stop()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
