/** What docs/personal-data.md says of each class of field is so where it stands: numbers sealed, openids in one collection, what was looked at noted. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personalData } from '../../cloudfunctions/_shared/personal-data'
import { whoAmI } from '../../contract/people/who-am-i'
import { register } from '../../contract/registrations/register'
import { revealPhone } from '../../contract/registrations/reveal-phone'
import { cast, openidOf } from '../../emulator/world/cast'
import { newRecordId, openEvening, valueOf, type Evening } from '../functions/community-evening'
import { declaredCollections } from './fields-that-stand'

const phones = ['13900007788', '13900008899']
let dataDir: string
let world: Evening
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-classes-'))
  world = await openEvening({ dataDir })
  const questions = [{ id: 'q1', text: '紧急联系电话', kind: 'phone' as const, required: true }]
  const eventId = await world.publish({ questions })
  valueOf(await world.callAs('openid-of-a-newcomer', whoAmI, {}))
  valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨', phone: phones[0]!, answers: { q1: phones[1]! } }))
  valueOf(await world.call('chen', revealPhone, { recordId: newRecordId(), eventId, personKey: 'p-zhang', reason: '本人没到' }))
})
afterAll(async () => {
  await world.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const everything = () => declaredCollections.map((name) => ({ name, text: JSON.stringify(world.cloud.db.find(name)) }))

test('a number stands sealed and masked, and nowhere else; the inventory knows no other place for one', () => {
  const [answers] = world.cloud.db.find('answers') as { phone: Record<string, string>; answers: { q1: Record<string, string> } }[]
  for (const kept of [answers?.phone, answers?.answers.q1]) {
    expect(Object.keys(kept ?? {}).sort()).toEqual(['mask', 'sealed'])
    expect(kept?.['sealed']).toMatch(/^k1\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/) // key, IV of 12 bytes, tag of 16
  }
  expect(everything().filter(({ text }) => phones.some((phone) => text.includes(phone))).map(({ name }) => name)).toEqual([])
  expect(Object.entries(personalData).filter(([, rows]) => rows.some(({ fields }) => fields.includes('sealed'))).map(([name]) => name)).toEqual(['answers'])
})

test('who looked at one is in the audit, by key and without the number', () => {
  expect(world.cloud.db.find('audit', { action: revealPhone.name })).toMatchObject([{ by: 'p-chen', facts: { reason: '本人没到' } }])
})

test('an openid stands in openids alone', () => {
  const openids = [...Object.keys(cast).map((id) => openidOf(id as keyof typeof cast)), 'openid-of-a-newcomer']
  expect(everything().filter(({ text }) => openids.some((one) => text.includes(one))).map(({ name }) => name)).toEqual(['openids'])
})
