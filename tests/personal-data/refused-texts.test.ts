/** Every free text of a call that others read: what asks for or tells too much is refused on the server, and says why. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEvent } from '../../contract/events/create'
import { cancelEvent } from '../../contract/events/cancel'
import { correctWork } from '../../contract/work/correct'
import { answerSuggestion } from '../../contract/suggestions/answer'
import { sendSuggestion } from '../../contract/suggestions/send'
import { logWork } from '../../contract/work/log'
import { headcount } from '../../contract/attendance/headcount'
import { meetFace } from '../../contract/attendance/faces'
import { walkIn } from '../../contract/attendance/walk-in'
import { addFace } from '../../contract/people/add-face'
import { callMe } from '../../contract/people/call-me'
import { register } from '../../contract/registrations/register'
import { registerFor } from '../../contract/registrations/register-for'
import { inviteToRole } from '../../contract/roles/invite'
import { newRecordId, openEvening, session, type Evening } from '../functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const asks = '请填写民族和出生日期'
const idNumber = '11010519491231002X'
const stamp = { at: '2026-11-27T10:20:00.000Z', offsetMs: 0 }
const event = { kind: 'talk' as const, title: '讲座', hostUnitId: 'yuyin', placeName: '活动室', sessions: [session(0)] }
const entry = { ...stamp, indicator: 'banners_hung' as const, quantity: 1, softness: 'exact' as const, on: '2026-11-27', unitId: 'yuyin-1' }

const sent: Record<string, (words: string) => Promise<unknown>> = {
  '活动名称': (title) => world.call('lin', createEvent, { ...event, recordId: newRecordId(), title }),
  '地点': (placeName) => world.call('lin', createEvent, { ...event, recordId: newRecordId(), placeName }),
  '怎么走': (placeNote) => world.call('lin', createEvent, { ...event, recordId: newRecordId(), placeNote }),
  '要带什么': (bring) => world.call('lin', createEvent, { ...event, recordId: newRecordId(), bring }),
  '节目名称': (title) => world.call('lin', createEvent, { ...event, recordId: newRecordId(), programme: [{ title }] }),
  '演出者': (performers) => world.call('lin', createEvent, { ...event, recordId: newRecordId(), programme: [{ title: '合唱', performers }] }),
  '取消原因': (reason) => world.call('lin', cancelEvent, { eventId: 'e', reason }),
  '意见建议': (text) => world.call('zhang', sendSuggestion, { recordId: newRecordId(), unitId: 'yuyin', text }),
  '答复': (text) => world.call('lin', answerSuggestion, { recordId: newRecordId(), suggestionId: 's', rev: 0, text }),
  '备注': (note) => world.call('chen', logWork, { ...entry, recordId: newRecordId(), note }),
  '更正原因': (reason) => world.call('chen', correctWork, { recordId: newRecordId(), entryId: 'e', rev: 1, quantity: 1, softness: 'exact', on: '2026-11-27', reason, ...stamp }),
}

test.each(Object.keys(sent))('%s', async (what) => {
  const before = ['events', 'work-entries', 'suggestions'].map((name) => world.cloud.db.count(name))
  expect(await sent[what]?.(asks)).toMatchObject({ ok: false, failure: 'bad-input', message: expect.stringMatching(new RegExp(`^${what}里写到了个人的`)) as unknown })
  expect(await sent[what]?.(`见 ${idNumber}`)).toMatchObject({ ok: false, failure: 'bad-input', message: `${what}里有身份证号：邻里不收集身份证号，请去掉` })
  expect(['events', 'work-entries', 'suggestions'].map((name) => world.cloud.db.count(name))).toEqual(before)
})

test('nobody is called, and no house or part of a room is named, by what is nobody\'s business: on every way that a name comes in', async () => {
  const wish = { eventId: 'e', sessionIds: ['e-s1'], partySize: 1 }
  const called = (callName: string) => [
    world.call('zhang', register, { ...wish, recordId: newRecordId(), callName }), world.call('chen', registerFor, { ...wish, recordId: newRecordId(), callName }), world.call('zhang', addFace, { callName }), world.call('zhang', callMe, { callName }),
    world.call('chen', walkIn, { ...stamp, recordId: newRecordId(), sessionId: 'e-s1', people: 1, source: 'tap', callName }), world.call('chen', meetFace, { ...stamp, recordId: newRecordId(), sessionId: 'e-s1', callName }),
    world.call('zhang', sendSuggestion, { recordId: newRecordId(), unitId: 'yuyin', text: '路灯不亮', callName }), world.call('lin', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: callName }),
  ]
  for (const [name, what] of [['王阿姨（党员）', '党员身份'], ['回族老马', '民族']] as const) {
    for (const answer of await Promise.all(called(name))) expect(answer).toMatchObject({ ok: false, failure: 'bad-input', message: `称呼里写到了个人的${what}：邻里不问也不记这个，请改一下` })
  }
  expect(await world.call('zhang', callMe, { callName: '王阿姨', building: '3号楼（党员）' })).toMatchObject({ failure: 'bad-input', message: expect.stringMatching(/^楼号里/) as unknown })
  expect(await world.call('chen', headcount, { ...stamp, recordId: newRecordId(), sessionId: 'e-s1', people: 3, softness: 'exact', source: 'tap', area: '后排（回族）' })).toMatchObject({ failure: 'bad-input', message: expect.stringMatching(/^区域里/) as unknown })
  expect(await world.call('zhang', callMe, { callName: '王阿姨', building: '民族小区 3号楼' })).toMatchObject({ ok: true })
})
