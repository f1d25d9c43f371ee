/** One resident of whom everything is kept that can be: what she said, where she came, for whom she spoke. */
import { checkIn } from '../../contract/attendance/check-in'
import { walkIn } from '../../contract/attendance/walk-in'
import { addFace } from '../../contract/people/add-face'
import { callMe } from '../../contract/people/call-me'
import { chooseCommunity } from '../../contract/people/choose-community'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { register } from '../../contract/registrations/register'
import { acceptRole } from '../../contract/roles/accept'
import { inviteToRole } from '../../contract/roles/invite'
import { withdrawRole } from '../../contract/roles/withdraw'
import { answerSuggestion } from '../../contract/suggestions/answer'
import { sendSuggestion } from '../../contract/suggestions/send'
import type { Sent } from '../../emulator/world/call-function'
import { newRecordId, session, valueOf, type Evening } from '../functions/community-evening'

export const openid = 'openid-feicui'
/** Each occurs nowhere else in the world. */
export const hers = {
  openid, callName: '斑斓阿婆', building: '翡翠楼九十九号', earlierName: '斑斓大姐', phone: '13900007788', phoneMasked: '139****7788', otherPhone: '13700001234', otherMasked: '137****1234',
  dish: '清蒸鲈鱼', words: '对花生过敏', neighbour: '琥珀奶奶', neighboursBuilding: '琉璃巷七号', neighboursPhone: '13600005678', neighboursMask: '136****5678',
  suggestion: '楼道里的灯坏了半个月', invitedAs: '水晶志愿者',
}

export const questions = [
  { id: 'q1', text: '晚饭想吃什么', kind: 'text' as const, required: true },
  { id: 'q2', text: '有什么要照顾的', kind: 'text' as const, required: false },
  { id: 'q3', text: '家里人的电话', kind: 'phone' as const, required: false },
]

/** Days from the world's evening. */
const morning = (days: number) => new Date(Date.parse('2026-11-27T02:00:00.000Z') + days * 86_400_000).toISOString()

export interface HerEvents { past: string; coming: string; full: string; promoted: string }

export const wish = (eventId: string, more: Partial<Sent<typeof register>> = {}): Sent<typeof register> => ({
  recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: hers.callName, building: hers.building, ...more,
})
const li = { callName: '老李', building: '5号楼' }
const said = { phone: hers.phone, answers: { q1: hers.dish, q2: hers.words, q3: hers.otherPhone } }

export async function liveThrough(world: Evening): Promise<HerEvents> {
  const she = <C extends Parameters<Evening['callAs']>[1]>(call: C, input: Sent<C>) => world.callAs(openid, call, input)
  world.cloud.clock.set(morning(-4))
  valueOf(await she(chooseCommunity, { communityId: 'yuyin' }))
  valueOf(await she(callMe, { callName: hers.callName, building: hers.building }))
  const face = valueOf(await she(addFace, { callName: hers.neighbour, building: hers.neighboursBuilding })).personKey
  const neighbour = { personKey: face, callName: hers.neighbour, building: hers.neighboursBuilding }

  const past = await world.publish({ questions, sessions: [session(-3, 20)] })
  valueOf(await she(register, wish(past, { ...said, partySize: 2 })))
  valueOf(await she(register, wish(past, { ...neighbour, phone: hers.neighboursPhone, answers: { q1: '素面' } })))
  valueOf(await world.call('li', register, wish(past, { ...li, answers: { q1: '素面' } })))
  const at = new Date(Date.parse('2026-11-27T11:05:00.000Z') - 3 * 86_400_000).toISOString()
  world.cloud.clock.set(at)
  for (const [personKey, present] of [[keyOf(world), 2], [face, 1], ['p-li', 1]] as const) {
    valueOf(await world.call('chen', checkIn, { recordId: newRecordId(), sessionId: `${past}-s1`, personKey, present, source: 'tap', at, offsetMs: 0 }))
  }
  // Written down by hand before the registration was found.
  for (const callName of [hers.callName, hers.earlierName]) valueOf(await world.call('chen', walkIn, { recordId: newRecordId(), sessionId: `${past}-s1`, people: 2, callName, source: 'tap', at, offsetMs: 0 }))

  world.cloud.clock.set(morning(0))
  const coming = await world.publish({ questions, sessions: [session(2, 3)] })
  valueOf(await she(register, wish(coming, { ...said, callName: hers.earlierName, partySize: 2 })))
  valueOf(await she(register, wish(coming, { ...neighbour, answers: { q1: hers.dish } })))
  valueOf(await world.call('li', register, wish(coming, { ...li, partySize: 2, answers: { q1: '素面' } })))
  const full = await world.publish({ sessions: [session(3, 1)] })
  valueOf(await world.call('li', register, wish(full, li)))
  valueOf(await she(register, wish(full, { phone: hers.phone })))
  const promoted = await world.publish({ sessions: [session(4, 1)] })
  const lis = valueOf(await world.call('li', register, wish(promoted, li)))
  valueOf(await she(register, wish(promoted)))
  valueOf(await world.call('li', cancelRegistration, { eventId: promoted, was: lis.wish, sessionIds: lis.sessionIds, partySize: 1 }))

  const suggestionId = newRecordId()
  valueOf(await she(sendSuggestion, { recordId: suggestionId, unitId: 'yuyin', text: hers.suggestion, callName: hers.callName }))
  valueOf(await world.call('lin', answerSuggestion, { recordId: newRecordId(), suggestionId, rev: 0, text: '已经报修' }))
  const { code } = valueOf(await world.call('lin', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: hers.invitedAs }))
  valueOf(await she(acceptRole, { code }))
  valueOf(await world.call('lin', withdrawRole, { unitId: 'yuyin', personKey: keyOf(world), role: 'gridWorker' }))
  return { past, coming, full, promoted }
}

export function keyOf(world: Evening): string {
  return String(world.cloud.db.find('openids', { _id: openid })[0]?.['personKey'])
}
