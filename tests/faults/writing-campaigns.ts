/** A 主题月 called for, changed, and an item of its checklist tagged. */
import { callCampaign, changeCampaign, tick } from '../../contract/events/campaigns'
import type { Sent } from '../../emulator/world/call-function'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import type { WritingCall } from './writing-call'

/** Of 榆荫社区, with everything that can be said of one. */
export const aCampaign = (): Sent<typeof callCampaign> => ({
  recordId: newRecordId(), unitId: 'yuyin', name: '民族团结进步宣传月', ordinal: '第十二个', theme: '共同团结奋斗', from: '2026-11-01', to: '2026-11-30', basis: ['关于开展宣传月活动的通知'],
  leadingGroup: [{ part: '组长', office: '社区主任' }], checklists: [{ id: 'c1', name: '两个一', on: '2026-11-01', items: [{ id: 'i1', text: '办一场晚会' }, { id: 'i2', text: '出一期专栏' }] }],
})

async function tagging(evening: Evening): Promise<Sent<typeof tick>> {
  const { campaignId } = valueOf(await evening.call('lin', callCampaign, aCampaign()))
  return { campaignId, item: 'c1-i1', what: 'event', factId: await evening.publish(), tagged: true, seen: 0 }
}

export const campaignCalls: readonly WritingCall[] = [
  {
    call: 'events/call-campaign', when: 'with a checklist',
    async stage(evening) {
      const input = aCampaign()
      return () => evening.call('lin', callCampaign, input)
    },
  },
  {
    call: 'events/change-campaign', when: 'part of a larger one, and nothing is said of its theme any more',
    async stage(evening) {
      const { campaignId: parentId } = valueOf(await evening.call('he', callCampaign, { ...aCampaign(), unitId: 'hewan' }))
      const { campaignId } = valueOf(await evening.call('lin', callCampaign, aCampaign()))
      const { recordId: _id, unitId: _unit, theme: _theme, ...plan } = aCampaign()
      return () => evening.call('lin', changeCampaign, { campaignId, seen: 0, ...plan, name: '宣传月', parentId })
    },
  },
  {
    call: 'events/tick', when: 'an event tagged',
    async stage(evening) {
      const input = await tagging(evening)
      return () => evening.call('lin', tick, input)
    },
  },
  {
    call: 'events/tick', when: 'the tag taken off',
    async stage(evening) {
      const input = await tagging(evening)
      valueOf(await evening.call('he', tick, input))
      return () => evening.call('lin', tick, { ...input, tagged: false, seen: 1 })
    },
  },
]
