import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sdk } from '../contract/sdk'
import { startCloud, type Cloud, type CloudOptions } from './start-cloud'

export type { Db, Sdk } from '../contract/sdk'

export const FIXTURES = join(__dirname, 'fixtures')

/** A cloud in a folder of its own that goes away with it, for tests. */
export async function openTestCloud(options: Partial<CloudOptions> = {}): Promise<Cloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-cloud-'))
  const cloud = await startCloud({ dataDir, functionsDir: FIXTURES, indexes: { notes: [] }, mostScanned: Infinity, ...options })
  return {
    ...cloud,
    async stop() {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The real SDK inside this process, talking to the cloud. One cloud at a time. */
export function sdkOf(cloud: Cloud): Sdk {
  Object.assign(process.env, cloud.env())
  const sdk = realSdk()
  sdk.init({ env: 'local-env' })
  return sdk
}

export function realSdk(): Sdk {
  return createRequire(__filename)('wx-server-sdk') as Sdk
}
