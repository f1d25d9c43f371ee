/** Every call × every role × own, child, parent and foreign unit, through the real functions; by default no. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matrix, rowOf, type CallName, type Role } from '../../cloudfunctions/_shared/rules/matrix'
import { callCampaign } from '../../contract/events/campaigns'
import { createEvent } from '../../contract/events/create'
import { publishEvent } from '../../contract/events/publish'
import { inviteToRole } from '../../contract/roles/invite'
import { withdrawRole } from '../../contract/roles/withdraw'
import { sendSuggestion } from '../../contract/suggestions/send'
import { logWork } from '../../contract/work/log'
import { openidOf, type CastId } from '../../emulator/world/cast'
import { evening, newRecordId, openEvening, valueOf, type Evening } from '../functions/community-evening'
import { declaredCollections } from '../personal-data/fields-that-stand'
import { aims, places, withoutUnit, type Place, type Ready } from './aims'

const actors: readonly { who: CastId; role: Role | null }[] = [{ who: 'zhang', role: null }, { who: 'chen', role: 'gridWorker' }, { who: 'lin', role: 'admin' }]
const calls = Object.keys(matrix) as CallName[]
/** A role covers its unit and everything below it, and nothing above or beside it. */
const covered: Record<Place, boolean> = { own: true, child: true, parent: false, foreign: false }
/** How a call says no without saying what exists. */
const refusals = ['not-allowed', 'unit-not-found', 'session-not-found', 'event-not-found', 'entry-not-found', 'invitation-not-found', 'suggestion-not-found', 'code-not-valid', 'campaign-not-found', 'fact-not-found']

let world: Evening
const ready = {} as Record<Place, Ready>
beforeAll(async () => {
  world = await openEvening()
  for (const [place, unitId] of Object.entries(places)) ready[place as Place] = await prepare(unitId)
}, 120_000)
afterAll(() => world.stop())

const stamp = () => ({ at: new Date(world.cloud.clock.now()).toISOString(), offsetMs: 0 })

async function prepare(unitId: string): Promise<Ready> {
  const begin = new Date(Date.parse(evening) - 3_600_000).toISOString()
  const plan = async (startsAt: string, publish: boolean) => {
    const { eventId } = valueOf(await world.call('he', createEvent, {
      recordId: newRecordId(), kind: 'gala', title: '晚会', hostUnitId: unitId, placeName: '广场', sessions: [{ startsAt, endsAt: new Date(Date.parse(startsAt) + 5_400_000).toISOString(), capacity: 30 }],
    }))
    if (publish) valueOf(await world.call('he', publishEvent, { eventId }))
    return eventId
  }
  const [eventId, draftId, toCancelId] = [await plan(begin, true), await plan('2026-11-29T11:00:00.000Z', false), await plan('2026-11-29T11:00:00.000Z', true)]
  const entryId = newRecordId()
  // A grid worker corrects what they logged themselves; where they may log, it is theirs.
  const logger = covered[placeOf(unitId)] ? 'chen' : 'he'
  valueOf(await world.call(logger, logWork, { recordId: entryId, ...stamp(), unitId, indicator: 'banners_hung', quantity: 1, softness: 'exact', on: '2026-11-27' }))
  const invitation = valueOf(await world.call('he', inviteToRole, { recordId: newRecordId(), unitId, role: 'gridWorker', name: '待定' }))
  const suggestionId = unitId === places.child ? '' : valueOf(await world.call('zhang', sendSuggestion, { recordId: newRecordId(), unitId, text: '路灯不亮' })).suggestionId
  const { campaignId } = valueOf(await world.call('he', callCampaign, { recordId: newRecordId(), unitId, name: '宣传月', from: '2026-11-01', to: '2026-11-30', checklists: [{ id: 'c1', name: '一张清单', on: '2026-11-01', items: [{ id: 'i1', text: '办一场活动' }] }] }))
  return { campaignId, unitId, eventId, sessionId: `${eventId}-s1`, draftId, toCancelId, entryId, invitationId: invitation.invitationId, invitationCode: invitation.code, suggestionId }
}
function placeOf(unitId: string): Place {
  return (Object.entries(places).find(([, id]) => id === unitId)?.[0] ?? 'foreign') as Place
}

interface Said { ok: boolean; failure?: string; value?: { answers?: Said[] } | null }

async function failureOf(who: CastId, call: string, input: object): Promise<string | null> {
  const [subject = '', name = ''] = call.split('/')
  const answer = (await world.cloud.invoke(subject, { openid: openidOf(who), data: { call: name, input } })) as Said
  // A batch is answered in any case: what became of its one record stands inside.
  const said = answer.ok && answer.value?.answers?.[0] ? answer.value.answers[0] : answer
  return said.ok ? null : said.failure ?? ''
}
const isNo = (failure: string | null) => failure !== null && refusals.includes(failure)
const everything = () => JSON.stringify(declaredCollections.map((name) => world.cloud.db.find(name)))

test('every call has its row, and every row about some unit its aim', () => {
  const others = calls.filter((call) => !aims[call] && !withoutUnit.includes(call)).map((call) => rowOf(call))
  expect(new Set(others)).toEqual(new Set(['everyone', 'timer']))
})

for (const { who, role } of actors) {
  test(`${who} (${role ?? 'resident'}) may what the matrix says, at each place, and nothing else`, { timeout: 180_000 }, async () => {
    const wrong: string[] = []
    for (const call of calls) {
      const row = rowOf(call)
      const holds = row !== null && typeof row !== 'string' && role !== null && row.includes(role)
      for (const place of aims[call] ? (Object.keys(places) as Place[]) : []) {
        const input = aims[call]?.(ready[place], who, stamp())
        if (!input) continue
        const expected = holds && covered[place]
        const before = expected ? '' : everything()
        const failure = await failureOf(who, call, input)
        if (failure === 'bad-input' || failure === 'internal') wrong.push(`${call} at ${place}: ${failure}, so nothing was tried`)
        if (isNo(failure) === expected) wrong.push(`${call} at ${place}: ${failure ?? 'done'}, ${expected ? 'may' : 'may not'}`)
        if (!expected && everything() !== before) wrong.push(`${call} at ${place}: refused, and yet something changed`)
      }
      if (withoutUnit.includes(call) && isNo(await failureOf(who, call, call === 'attendance/sessions-of-day' ? { on: '2026-11-27' } : call === 'work/own-months' ? { month: '2026-11' } : {})) === holds) wrong.push(`${call}: ${holds ? 'may' : 'may not'}`)
      if (row === 'timer' && (await failureOf(who, call, {})) !== 'not-allowed') wrong.push(`${call}: a person started a timer's job`)
    }
    expect(wrong).toEqual([])
  })
}

test('a refusal says nothing about what exists: what is not mine and what is not there sound alike', async () => {
  const nowhere: Ready = { campaignId: 'nowhere', unitId: 'nowhere', sessionId: 'nowhere-s1', eventId: 'nowhere', draftId: 'nowhere', toCancelId: 'nowhere', entryId: 'nowhere', invitationId: 'nowhere', invitationCode: '', suggestionId: 'nowhere' }
  for (const call of calls.filter((one) => aims[one])) {
    for (const { who } of actors) {
      const [foreign, absent] = [aims[call]!(ready.foreign, who, stamp()), aims[call]!(nowhere, who, stamp())]
      if (foreign && absent) expect([call, who, await failureOf(who, call, foreign)]).toEqual([call, who, await failureOf(who, call, absent)])
    }
  }
}, 120_000)

test('a call nobody has heard of, or of another function, is refused', async () => {
  for (const call of ['events/drop', 'events/__proto__', 'events/constructor', 'events/toString', 'roles/../events/list', 'events/']) expect(await failureOf('lin', call, {})).toBe('not-allowed')
})

test('a role that is withdrawn is gone with the next call, whichever that is', async () => {
  for (const [who, role] of [['chen', 'gridWorker'], ['lin', 'admin']] as const) {
    const theirs = calls.filter((call) => { const row = rowOf(call); return row !== null && typeof row !== 'string' && row.includes(role) })
    const inputs = theirs.map((call) => [call, aims[call]?.(ready.own, who, stamp()) ?? (call === 'attendance/sessions-of-day' ? { on: '2026-11-27' } : call === 'work/own-months' ? { month: '2026-11' } : {})] as const)
    valueOf(await world.call('he', withdrawRole, { unitId: 'yuyin', personKey: `p-${who}`, role }))
    const before = everything()
    const still: string[] = []
    for (const [call, input] of inputs) if ((await failureOf(who, call, input)) !== 'not-allowed') still.push(call)
    expect([who, theirs.length > 20, still]).toEqual([who, true, []])
    expect(everything() === before).toBe(true)
  }
}, 60_000)

test('the table in the docs is what the matrix says', async () => {
  await expect(table()).toMatchFileSnapshot('../../docs/rights.md')
})

function table(): string {
  const mark = (row: ReturnType<typeof rowOf>, role: Role | null) => (row === 'everyone' ? '✓' : row !== null && row !== 'timer' && role !== null && row.includes(role) ? '✓' : '')
  const lines = calls.map((call) => {
    const row = rowOf(call)
    const below = (role: Role) => (typeof row === 'string' ? mark(row, role) : mark(row, role) && '本级及以下')
    return `| \`${call}\` | ${mark(row, null)} | ${below('gridWorker')} | ${below('admin')} | ${row === 'timer' ? '✓' : ''} |`
  })
  return [
    '# Who may make which call', '',
    'Printed from `cloudfunctions/_shared/rules/matrix.ts` by `tests/rights/rights.test.ts`, which also walks every cell of it through the real functions: for each',
    'role at its own unit, a unit below, the one above and a foreign one. 本级及以下: on the unit of the role and everything below it, never above or beside. By default no.', '',
    '| call | 居民 | 网格员 | 管理员 | timer |', '| --- | --- | --- | --- | --- |', ...lines, '',
  ].join('\n')
}
