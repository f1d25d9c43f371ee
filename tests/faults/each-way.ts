/** Each writing call in each of the ways that the walks know (writing-calls.ts), every time in the world as it was opened. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openEvening, type Evening } from '../functions/community-evening'
import { declaredCollections } from '../personal-data/fields-that-stand'
import { restore, stateOf, type Stage } from './state'
import { earlier, type WritingCall } from './writing-call'
import { writingCalls } from './writing-calls'
import { claimCode } from './writing-rights'

export interface Ways {
  world: Evening
  /** Brings the world to before each of these, one after the other; there is one at least. */
  each(isMeant: (way: WritingCall) => boolean, tried: (call: Awaited<ReturnType<WritingCall['stage']>>, way: WritingCall) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

export async function openWays(): Promise<Ways> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-ways-'))
  const world = await openEvening({ dataDir, cloud: { env: { LINLI_CLAIM_CODE: claimCode, LINLI_CALLS_PER_SECOND: '100000' } } })
  const stage: Stage = { cloud: world.cloud, collections: declaredCollections, filesDir: join(dataDir, 'files') }
  const opened = stateOf(stage)
  return {
    world,
    async each(isMeant, tried) {
      const ways = writingCalls.filter(isMeant)
      expect(ways.length).toBeGreaterThan(0)
      for (const way of ways) {
        restore(stage, opened)
        world.cloud.clock.set(earlier)
        await tried(await way.stage(world), way)
      }
    },
    async stop() {
      await world.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
