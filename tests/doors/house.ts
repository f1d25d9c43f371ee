/** A house to break into: the evening of 榆荫社区 in a folder of its own, and all that is in it as one text. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CloudOptions } from '../../emulator/cloud/start-cloud'
import { stateOf } from '../faults/state'
import { openEvening, type Evening } from '../functions/community-evening'

const indexes = resolve(__dirname, '../../cloudfunctions/_shared/indexes.json')
export const collections = Object.keys(JSON.parse(readFileSync(indexes, 'utf8')) as object)

export interface House extends Evening {
  /** Every document and every file. */
  everything(): string
}

export async function openHouse(cloud: Partial<CloudOptions> = {}): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-house-'))
  const evening = await openEvening({ dataDir, cloud })
  return {
    ...evening,
    everything() {
      const { documents, files } = stateOf({ cloud: evening.cloud, collections, filesDir: join(dataDir, 'files') })
      return JSON.stringify([documents, Object.entries(files).map(([path, bytes]) => [path, bytes.toString('base64')])])
    },
    async stop() {
      await evening.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** What came back, or null where the door was shut. */
export async function tried<T>(attempt: Promise<T>): Promise<T | null> {
  return attempt.catch(() => null)
}
