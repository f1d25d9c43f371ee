/** A key is changed while invitations are under way: the new one goes before the old one, and the old one is taken out later. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptRole } from '../../contract/roles/accept'
import { inviteToRole } from '../../contract/roles/invite'
import { newRecordId, openEvening, valueOf, type Evening } from '../functions/community-evening'

const [old, young] = ['k1', 'k2'].map((kid) => `${kid}:${randomBytes(32).toString('base64')}`)
let dataDir: string
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'linli-rotation-'))))
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** The same world, its functions deployed with these keys. */
async function under<T>(keys: (string | undefined)[], work: (world: Evening) => Promise<T>): Promise<T> {
  const world = await openEvening({ dataDir, cloud: { env: { LINLI_CODE_KEYS: keys.join(',') } } })
  return work(world).finally(() => world.stop())
}
const invited = async (world: Evening) => valueOf(await world.call('lin', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: '小吴' })).code

test('what was given out under the old key is good until that key is taken out, and no longer', async () => {
  const [early, late] = await under([old], async (world) => [await invited(world), await invited(world)])
  const fresh = await under([young, old], async (world) => {
    expect(await world.call('zhang', acceptRole, { code: early })).toMatchObject({ ok: true, value: { role: 'gridWorker' } })
    return invited(world)
  })
  await under([young], async (world) => {
    expect(await world.call('li', acceptRole, { code: late })).toMatchObject({ ok: false, failure: 'code-not-valid' })
    expect(await world.call('li', acceptRole, { code: fresh })).toMatchObject({ ok: true, value: { role: 'gridWorker' } })
  })
})

test('a used code stays used across a rotation', async () => {
  const code = await under([old], async (world) => {
    const given = await invited(world)
    valueOf(await world.call('zhang', acceptRole, { code: given }))
    return given
  })
  await under([young, old], async (world) => expect(await world.call('li', acceptRole, { code })).toMatchObject({ ok: false, failure: 'code-not-valid' }))
})
