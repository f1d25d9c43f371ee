/** The world that is fuzzed: `event-day` behind guards, without a limit of pace, and what a client can know of it. */
import { rmSync } from 'node:fs'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import type { Lexicon } from './from-schema'
import { guardedFunctions } from './guarded-functions'
import { lexiconOf } from './lexicon'

export interface FuzzWorld extends OpenWorld { lexicon: Lexicon }

export async function openFuzzWorld(): Promise<FuzzWorld> {
  const functionsDir = guardedFunctions()
  const world = await openWorld({ name: 'event-day', cloud: { functionsDir, env: { LINLI_CALLS_PER_SECOND: '1000000' } } })
  return {
    ...world,
    lexicon: lexiconOf(world),
    async stop() {
      await world.stop()
      rmSync(functionsDir, { recursive: true, force: true })
    },
  }
}
