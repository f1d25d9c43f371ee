/** What `serve` asks of the database before a handler begins: one read, to know who it is, and for what is no call at all nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openidOf, type CastId } from '../../emulator/world/cast'
import { openEvening, type Evening } from '../../tests/functions/community-evening'
import { matrix } from './rules/matrix'

let evening: Evening
beforeAll(async () => void (evening = await openEvening({ cloud: { env: { LINLI_CALLS_PER_SECOND: '1000000' } } })))
afterAll(() => evening.stop())

async function operationsOf(who: CastId, name: string, input: unknown): Promise<{ failure: string | null; operations: string[] }> {
  const [subject = '', call = ''] = name.split('/')
  const heard = evening.cloud.faults.listen(subject)
  const answer = (await evening.cloud.invoke(subject, { openid: openidOf(who), data: { call, input } })) as { ok: boolean; failure?: string }
  return { failure: answer.ok ? null : answer.failure ?? '', operations: [...heard] }
}

test('what is no call and what is no input costs nothing', async () => {
  expect(await operationsOf('lin', 'events/nothing', {})).toEqual({ failure: 'not-allowed', operations: [] })
  expect(await operationsOf('lin', 'events/create', { recordId: 7 })).toEqual({ failure: 'bad-input', operations: [] })
})

test('who has no right to it costs the one read that says so', async () => {
  const calls = Object.entries(matrix).filter(([, row]) => typeof row !== 'string').map(([name]) => name)
  const inputs: Record<string, object> = { 'events/publish': { eventId: 'e' }, 'units/tree': { unitId: 'yuyin' }, 'units/template': {}, 'attendance/roster': { sessionId: 's' }, 'reports/word': { unitId: 'yuyin', month: '2026-11' } }
  for (const [name, input] of Object.entries(inputs)) {
    expect(calls).toContain(name)
    expect(await operationsOf('zhang', name, input), name).toEqual({ failure: 'not-allowed', operations: ['database.getDocument'] })
  }
})

test("a served call costs that one read and its handler's own", async () => {
  // The lightest handlers look for one document, and it is not there.
  expect(await operationsOf('zhang', 'events/get', { eventId: 'nothing' })).toEqual({ failure: 'event-not-found', operations: ['database.getDocument', 'database.getDocument'] })
  expect(await operationsOf('lin', 'roles/cancel-invitation', { invitationId: 'i0' })).toEqual({ failure: 'invitation-not-found', operations: ['database.getDocument', 'database.getDocument'] })
})
