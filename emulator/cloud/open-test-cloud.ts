import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud, type CloudOptions } from './start-cloud'

export const FIXTURES = join(__dirname, 'fixtures')

/** A cloud in a folder of its own that goes away with it, for tests. */
export async function openTestCloud(options: Partial<CloudOptions> = {}): Promise<Cloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-cloud-'))
  const cloud = await startCloud({ dataDir, functionsDir: FIXTURES, ...options })
  return {
    ...cloud,
    async stop() {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The real SDK inside this process, talking to the cloud. One cloud at a time. */
export function sdkOf(cloud: Cloud): typeof import('wx-server-sdk') {
  Object.assign(process.env, cloud.env())
  const sdk = createRequire(__filename)('wx-server-sdk') as typeof import('wx-server-sdk')
  sdk.init({ env: 'local-env' })
  return sdk
}
