/** Every call that writes, in each of the ways in which it does, and what has happened before it. All in the world `empty`. */
import { addFace } from '../../contract/people/add-face'
import { callMe } from '../../contract/people/call-me'
import { chooseCommunity } from '../../contract/people/choose-community'
import { card } from '../../contract/people/card'
import { whoAmI } from '../../contract/people/who-am-i'
import { cancelEvent } from '../../contract/events/cancel'
import { createEvent } from '../../contract/events/create'
import { posterCode } from '../../contract/events/poster-code'
import { publishEvent } from '../../contract/events/publish'
import { rewriteDraft } from '../../contract/events/rewrite'
import { correctWork } from '../../contract/work/correct'
import { logWork } from '../../contract/work/log'
import { quietMonth } from '../../contract/work/quiet-month'
import { newRecordId, session, valueOf, type Evening } from '../functions/community-evening'
import { registers, tapped, type WritingCall } from './writing-call'
import { registrationCalls } from './writing-registrations'
import { peopleCalls } from './writing-people'
import { roomCalls } from './writing-at-the-door'
import { paperCalls } from './writing-from-paper'
import { campaignCalls } from './writing-campaigns'
import { photoCalls } from './writing-photos'
import { rightsCalls } from './writing-rights'
import { lateCalls } from './writing-late'
import { importedCalls } from './writing-imported'
import { profileCalls } from './writing-profile'
import { queueCalls } from './writing-queue'
import { noticeCalls } from './writing-notices'
import { reportCalls } from './writing-reports'
import { tableCalls } from './writing-tables'
import { totalsCalls } from './writing-totals'
import { suggestionCalls } from './writing-suggestions'
import { sweepCalls } from './writing-sweeps'

const banners = { indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1', ...tapped } as const

async function logged(evening: Evening): Promise<string> {
  const recordId = newRecordId()
  valueOf(await evening.call('chen', logWork, { ...banners, recordId }))
  return recordId
}

async function correcting(evening: Evening, withdrawn: boolean) {
  const input = { recordId: newRecordId(), entryId: await logged(evening), rev: 1, quantity: 4, softness: 'exact', on: '2026-10-31', withdrawn, reason: '数错了', ...tapped } as const
  return () => evening.call('chen', correctWork, input)
}

const twoSessions = { sessions: [session(0), session(1)] }

export const writingCalls: readonly WritingCall[] = [
  { call: 'people/who-am-i', when: 'a newcomer', stage: async (evening) => () => evening.callAs('openid-new', whoAmI, {}) },
  {
    call: 'people/choose-community', when: 'for the first time',
    async stage(evening) {
      valueOf(await evening.callAs('openid-new', whoAmI, {}))
      return () => evening.callAs('openid-new', chooseCommunity, { communityId: 'yuyin' })
    },
  },
  {
    call: 'people/choose-community', when: 'moved',
    async stage(evening) {
      await evening.call('zhang', chooseCommunity, { communityId: 'yuyin' })
      return () => evening.call('zhang', chooseCommunity, { communityId: 'liuqiao' })
    },
  },
  { call: 'people/card', when: 'a lost one replaced', stage: async (evening) => () => evening.call('zhang', card, { replaces: 1 }) },
  {
    call: 'people/card', when: 'replaced by who never said a name',
    async stage(evening) {
      valueOf(await evening.callAs('openid-new', whoAmI, {}))
      return () => evening.callAs('openid-new', card, { replaces: 1 })
    },
  },
  {
    call: 'people/call-me', when: 'another 称呼',
    async stage(evening) {
      valueOf(await evening.call('zhang', callMe, { callName: '张阿姨', building: '3号楼' }))
      return () => evening.call('zhang', callMe, { callName: '张大姐' })
    },
  },
  {
    call: 'people/add-face', when: 'a neighbour',
    async stage(evening) {
      const input = { callName: '王奶奶', building: '2号楼' }
      return () => evening.call('zhang', addFace, input)
    },
  },
  {
    call: 'events/create', when: 'a draft',
    async stage(evening) {
      const input = { recordId: newRecordId(), kind: 'gala' as const, title: '邻里文艺晚会', hostUnitId: 'yuyin', placeName: '社区活动室', ...twoSessions }
      return () => evening.call('lin', createEvent, input)
    },
  },
  {
    call: 'events/rewrite', when: 'a draft, by another admin',
    async stage(evening) {
      const input = { eventId: await evening.plan(), seen: 0, kind: 'talk' as const, title: '防诈骗讲座', placeName: '二楼', bring: '水杯', ...twoSessions }
      return () => evening.call('he', rewriteDraft, input)
    },
  },
  {
    call: 'events/publish', when: 'a draft',
    async stage(evening) {
      const eventId = await evening.plan(twoSessions)
      return () => evening.call('lin', publishEvent, { eventId })
    },
  },
  {
    call: 'events/cancel', when: 'a draft',
    async stage(evening) {
      const eventId = await evening.plan()
      return () => evening.call('lin', cancelEvent, { eventId, reason: '下雨' })
    },
  },
  {
    call: 'events/cancel', when: 'published, with somebody registered',
    async stage(evening) {
      const eventId = await evening.publish(twoSessions)
      await registers(evening, 'zhang', eventId)
      return () => evening.call('lin', cancelEvent, { eventId, reason: '下雨' })
    },
  },
  {
    call: 'events/poster-code', when: 'for the first time',
    async stage(evening) {
      const eventId = await evening.publish()
      return () => evening.call('zhang', posterCode, { eventId })
    },
  },
  ...campaignCalls,
  ...registrationCalls,
  ...peopleCalls,
  ...roomCalls,
  ...paperCalls,
  {
    call: 'work/log', when: 'an entry',
    async stage(evening) {
      const entry = { ...banners, recordId: newRecordId() }
      return () => evening.call('chen', logWork, entry)
    },
  },
  { call: 'work/correct', when: 'amended', stage: (evening) => correcting(evening, false) },
  { call: 'work/correct', when: 'withdrawn', stage: (evening) => correcting(evening, true) },
  {
    call: 'work/log', when: 'of an event',
    async stage(evening) {
      const entry = { ...banners, recordId: newRecordId(), eventId: await evening.publish() }
      return () => evening.call('chen', logWork, entry)
    },
  },
  {
    call: 'work/quiet-month', when: 'for the first time',
    async stage(evening) {
      const input = { ...tapped, recordId: newRecordId(), unitId: 'yuyin-1', month: '2026-11', nothing: true }
      return () => evening.call('chen', quietMonth, input)
    },
  },
  {
    call: 'work/quiet-month', when: 'taken back',
    async stage(evening) {
      const quiet = { unitId: 'yuyin-1', month: '2026-11', offsetMs: 0 }
      valueOf(await evening.call('chen', quietMonth, { ...quiet, recordId: newRecordId(), nothing: true, at: '2026-11-27T10:19:00.000Z' }))
      const input = { ...quiet, recordId: newRecordId(), nothing: false, at: tapped.at }
      return () => evening.call('chen', quietMonth, input)
    },
  },
  ...lateCalls,
  ...importedCalls,
  ...profileCalls,
  ...queueCalls,
  ...photoCalls,
  ...rightsCalls,
  ...suggestionCalls,
  ...noticeCalls,
  ...reportCalls, ...tableCalls,
  ...totalsCalls,
  ...sweepCalls,
]
