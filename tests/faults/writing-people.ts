/** What a person says about themselves, and that all of it goes. */
import { addFace } from '../../contract/people/add-face'
import { faceCode } from '../../contract/attendance/face-code'
import { claimFace } from '../../contract/people/claim-face'
import { eraseMe } from '../../contract/people/erase'
import { whoAmI } from '../../contract/people/who-am-i'
import { sendSuggestion } from '../../contract/suggestions/send'
import { newRecordId, session, valueOf, type Evening } from '../functions/community-evening'
import { registers, type WritingCall } from './writing-call'

/** Whoever is not known is forgotten: the mini-program takes that for done, too. */
async function erases(evening: Evening): Promise<{ ok: boolean }> {
  const answer = await evening.call('zhang', eraseMe, { word: '删除' })
  return answer.ok || answer.failure === 'who-are-you' ? { ok: true } : answer
}

export const peopleCalls: readonly WritingCall[] = [
  {
    call: 'people/claim-face', when: 'with a place that a neighbour took for her',
    async stage(evening) {
      const sessionId = `${await evening.publish()}-s1`
      const eventId = await evening.publish({ sessions: [session(3, 2)] })
      const { personKey } = valueOf(await evening.call('zhang', addFace, { callName: '王奶奶', building: '2号楼' }))
      await registers(evening, 'zhang', eventId, { personKey, callName: '王奶奶' })
      const { text: code } = valueOf(await evening.call('chen', faceCode, { sessionId, personKey }))
      valueOf(await evening.callAs('openid-new', whoAmI, {}))
      return () => evening.callAs('openid-new', claimFace, { code })
    },
  },
  {
    call: 'people/erase', when: 'with a place that somebody waits for, and a number',
    async stage(evening) {
      const eventId = await evening.publish({ sessions: [session(3, 1)] })
      await registers(evening, 'zhang', eventId, { phone: '13912345678' })
      await registers(evening, 'li', eventId, { callName: '老李', building: '5号楼' })
      valueOf(await evening.call('zhang', sendSuggestion, { recordId: newRecordId(), unitId: 'yuyin', text: '灯坏了' }))
      return () => erases(evening)
    },
  },
]
