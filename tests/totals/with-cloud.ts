/** A cloud in this process, to which the records of this process talk by the real SDK. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../../emulator/cloud/start-cloud'
import { keysIn } from '../../emulator/world/keys'

export async function withCloud<T>(work: (cloud: Cloud) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-totals-'))
  const cloud = await startCloud({ dataDir, functionsDir: 'dist/cloudfunctions' })
  Object.assign(process.env, cloud.env(), keysIn(dataDir))
  try {
    return await work(cloud)
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
