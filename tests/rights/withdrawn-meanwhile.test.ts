/**
 * A right that is withdrawn after `serve` has looked and before the call has written: what `serve` read is the copy beside the openid, so here
 * the grants are emptied and the copies stay. Each of these calls reads the right once more in its transaction, says what it says of what is not
 * one's own, and writes nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallName } from '../../cloudfunctions/_shared/rules/matrix'
import { restore, stateOf, type Stage, type State } from '../faults/state'
import { earlier } from '../faults/writing-call'
import { writingCalls } from '../faults/writing-calls'
import { claimCode } from '../faults/writing-rights'
import { openEvening, type Evening } from '../functions/community-evening'
import { declaredCollections } from '../personal-data/fields-that-stand'

const readAgain: readonly CallName[] = [
  'roles/invite', 'roles/accept', 'roles/withdraw', 'roles/cancel-invitation', 'units/add', 'units/rename', 'units/move', 'units/import', 'units/set-profile-line', 'events/change',
  'registrations/reveal-phone', 'evidence/make-public', 'suggestions/answer', 'work/import-figure', 'reports/save-text', 'reports/restore-text', 'reports/submit', 'reports/send-back', 'reports/approve',
]
let dataDir: string
let world: Evening
let stage: Stage
let opened: State
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-withdrawn-'))
  world = await openEvening({ dataDir, cloud: { env: { LINLI_CLAIM_CODE: claimCode, LINLI_CALLS_PER_SECOND: '100000' } } })
  stage = { cloud: world.cloud, collections: declaredCollections, filesDir: join(dataDir, 'files') }
  opened = stateOf(stage)
})
afterAll(async () => {
  await world.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** But for the snapshot of a month, written before the step that would name it: no step does, and the sweep takes it. */
const everything = () => JSON.stringify(declaredCollections.filter((name) => name !== 'snapshots').map((name) => world.cloud.db.find(name)))

test.each(readAgain)('%s', async (name) => {
  const ways = writingCalls.filter(({ call }) => call === name)
  expect(ways.length).toBeGreaterThan(0)
  for (const { when, stage: arrange } of ways) {
    restore(stage, opened)
    world.cloud.clock.set(earlier)
    const call = await arrange(world)
    world.cloud.db.update('grants', {}, { $set: { held: {} } })
    const before = everything()
    expect([when, await call()]).toMatchObject([when, { ok: false, failure: expect.stringMatching(/-not-found$|^code-not-valid$/) as unknown }])
    expect([when, everything() === before]).toEqual([when, true])
  }
}, 60_000)
