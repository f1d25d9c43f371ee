/**
 * A right that is withdrawn after `serve` has looked and before the call has written: what `serve` read is the copy beside the openid, so here
 * the grants are emptied and the copies stay. Each of these calls reads the right once more in its transaction, says what it says of what is not
 * one's own, and writes nothing.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallName } from '../../cloudfunctions/_shared/rules/matrix'
import { openWays, type Ways } from '../faults/each-way'
import { declaredCollections } from '../personal-data/fields-that-stand'

const readAgain: readonly CallName[] = [
  'roles/invite', 'roles/accept', 'roles/withdraw', 'roles/cancel-invitation', 'units/add', 'units/rename', 'units/move', 'units/import', 'units/set-profile-line', 'events/change',
  'registrations/reveal-phone', 'registrations/cancel-for', 'evidence/make-public', 'suggestions/answer', 'work/import-figure', 'reports/save-text', 'reports/restore-text', 'reports/submit', 'reports/send-back', 'reports/approve',
]
let ways: Ways
beforeAll(async () => { ways = await openWays() })
afterAll(() => ways.stop())

/** But for the snapshot of a month, written before the step that would name it: no step does, and the sweep takes it. */
const everything = () => JSON.stringify(declaredCollections.filter((name) => name !== 'snapshots').map((name) => ways.world.cloud.db.find(name)))

test.each(readAgain)('%s', (name) => ways.each(({ call }) => call === name, async (call, { when }) => {
  ways.world.cloud.db.update('grants', {}, { $set: { held: {} } })
  const before = everything()
  expect([when, await call()]).toMatchObject([when, { ok: false, failure: expect.stringMatching(/-not-found$|^code-not-valid$/) as unknown }])
  expect([when, everything() === before]).toEqual([when, true])
}), 60_000)
