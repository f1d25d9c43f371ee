/** 张阿姨 has done a little of everything, so that no page is empty. */
import { randomUUID } from 'node:crypto'
import { cancelEvent } from '../../contract/events/cancel'
import { addFace } from '../../contract/people/add-face'
import { chooseCommunity } from '../../contract/people/choose-community'
import { register } from '../../contract/registrations/register'
import { answerSuggestion } from '../../contract/suggestions/answer'
import { sendSuggestion } from '../../contract/suggestions/send'
import type { Answer, Call } from '../../contract/call'
import type { OpenWorld } from '../../emulator/world/open-world'

export async function liveIn(world: OpenWorld): Promise<void> {
  await told(world.call('zhang', chooseCommunity, { communityId: 'yuyin' }))
  const comes = (eventId: string, partySize: number, answers = {}) => told(world.call('zhang', register, { recordId: randomUUID(), eventId, sessionIds: [`${eventId}-s1`], partySize, callName: '张阿姨', building: '3号楼', answers }))
  await comes('talk-winter', 2, { q1: '不要' })
  await comes('dumplings', 2)
  await comes('reading-evening', 1)
  await told(world.call('he', cancelEvent, { eventId: 'reading-evening', reason: '图书室那天停电，改到下个星期' }))
  await told(world.call('zhang', addFace, { callName: '王奶奶', building: '2号楼' }))
  await world.cloud.invoke('notices', { source: 'timer' })
  const { suggestionId } = await told(world.call('zhang', sendSuggestion, { recordId: randomUUID(), unitId: 'yuyin', text: '东门的路灯晚上不亮', callName: '张阿姨' }))
  await told(world.call('lin', answerSuggestion, { recordId: randomUUID(), suggestionId, rev: 0, text: '已经报修，周五修好' }))
}

export async function told<C extends Call>(answering: Promise<Answer<C>>) {
  const answer = await answering
  if (!answer.ok) throw new Error(answer.failure)
  return answer.value
}
