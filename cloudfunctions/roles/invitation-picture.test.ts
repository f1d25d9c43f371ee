import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelInvitation } from '../../contract/roles/cancel-invitation'
import { invitationPicture } from '../../contract/roles/invitation-picture'
import { inviteToRole } from '../../contract/roles/invite'
import { failureOf, newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const invited = async () => valueOf(await world.call('lin', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: '小吴' }))

test('who may invite there gets the code as a picture, and nothing of it is kept', async () => {
  const { code } = await invited()
  for (const who of ['lin', 'he'] as const) expect(valueOf(await world.call(who, invitationPicture, { code })).picture).toMatch(/^data:image\/\w+;base64,[\w+/=]{20,}$/)
  for (const name of ['invitations', 'audit', 'grants']) expect(JSON.stringify(world.cloud.db.find(name))).not.toContain(code)
})

test('nobody else learns whether there is such a code', async () => {
  const { code } = await invited()
  for (const who of ['chen', 'zhang', 'zhou'] as const) expect(failureOf(await world.call(who, invitationPicture, { code }))).toBe('not-allowed')
  expect(failureOf(await world.call('lin', invitationPicture, { code: '000000000000' }))).toBe('code-not-valid')
  const elsewhere = valueOf(await world.call('he', inviteToRole, { recordId: newRecordId(), unitId: 'liuqiao', role: 'admin', name: '甲' }))
  expect(failureOf(await world.call('lin', invitationPicture, { code: elsewhere.code }))).toBe('code-not-valid')
})

test('there is no picture of a code that nobody can use any more', async () => {
  const { code, invitationId } = await invited()
  valueOf(await world.call('lin', cancelInvitation, { invitationId }))
  expect(failureOf(await world.call('lin', invitationPicture, { code }))).toBe('code-not-valid')
})
