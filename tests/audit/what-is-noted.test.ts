/**
 * What the audit tells of (docs/logs.md): each writing call that changes rights, takes something back, corrects, closes, changes places, exports, reveals, shows or
 * erases leaves one entry of its own, made by who made the call; and a repeat of it leaves no second one.
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

const noted: readonly CallName[] = [
  // Rights, and the tree that they hang on
  'roles/invite', 'roles/accept', 'roles/withdraw', 'roles/cancel-invitation', 'roles/claim', 'units/add', 'units/rename', 'units/move', 'units/import',
  // Corrections and undos; 已举办 counts a session, also in a month that was closed
  'work/correct', 'attendance/undo', 'attendance/mark-held',
  // 引用数 and 社区概况, each version of a figure or a line
  'work/import-figure', 'units/set-profile-line',
  // Closings
  'reports/submit', 'reports/send-back', 'reports/approve',
  // Places, with all else of a published event
  'events/change',
  // What leaves as a file, what is revealed or shown, what is answered for the office
  'reports/word', 'reports/excel', 'reports/sign-in-sheet', 'registrations/names-file', 'registrations/reveal-phone', 'evidence/make-public', 'suggestions/answer',
  // Erasures, and whose WeChat goes on as a 熟面孔
  'people/erase', 'people/claim-face',
]
let dataDir: string
let world: Evening
let stage: Stage
let opened: State
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-noted-'))
  world = await openEvening({ dataDir, cloud: { env: { LINLI_CLAIM_CODE: claimCode, LINLI_CALLS_PER_SECOND: '100000' } } })
  stage = { cloud: world.cloud, collections: declaredCollections, filesDir: join(dataDir, 'files') }
  opened = stateOf(stage)
})
afterAll(async () => {
  await world.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const entriesOf = (action: string) => world.cloud.db.find('audit', { action })

test.each(noted)('%s leaves its entry, once', async (name) => {
  const ways = writingCalls.filter(({ call }) => call === name)
  expect(ways.length).toBeGreaterThan(0)
  for (const { when, stage: arrange } of ways) {
    restore(stage, opened)
    world.cloud.clock.set(earlier)
    const call = await arrange(world)
    const before = entriesOf(name).length
    expect([when, (await call()).ok]).toEqual([when, true])
    const entries = entriesOf(name).slice(before)
    expect([when, entries.length]).toEqual([when, 1])
    expect(entries[0]).toMatchObject({ by: expect.stringMatching(/^p/), about: expect.any(String), chain: expect.any(String), hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    // Never what it was about in words: names, numbers, texts.
    expect(JSON.stringify(entries[0])).not.toMatch(/(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])|阿姨|老李|主任|路灯|下雨/)
    await call()
    expect([when, entriesOf(name).length - before]).toEqual([when, 1])
  }
}, 60_000)
