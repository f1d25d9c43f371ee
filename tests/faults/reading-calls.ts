/** The calls that write nothing, each with one that is answered; in the world `empty`, where `prepare` has made what they look at. */
import { wordReport } from '../../contract/reports/word'
import { addFace } from '../../contract/people/add-face'
import { callCampaign } from '../../contract/events/campaigns'
import { sendSuggestion } from '../../contract/suggestions/send'
import { inviteToRole } from '../../contract/roles/invite'
import { beginText } from '../../contract/reports/text'
import { logWork } from '../../contract/work/log'
import type { CallName } from '../../cloudfunctions/_shared/rules/matrix'
import { openidOf, type CastId } from '../../emulator/world/cast'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import { aCampaign } from './writing-campaigns'
import { registers, tapped } from './writing-call'

interface There { campaignId: string; eventId: string; sessionId: string; face: string; entryId: string; code: string; fileCode: string; phoneCode: string }
/** null: it is a timer's. */
type Reading = readonly [who: CastId | null, input: (there: There) => object]

export async function prepare(evening: Evening): Promise<There> {
  const eventId = await evening.publish()
  await registers(evening, 'zhang', eventId)
  const entryId = newRecordId()
  valueOf(await evening.call('chen', logWork, { ...tapped, recordId: entryId, indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1' }))
  valueOf(await evening.call('zhang', sendSuggestion, { recordId: newRecordId(), unitId: 'yuyin', text: '路灯不亮' }))
  valueOf(await evening.call('lin', beginText, { unitId: 'yuyin', month: '2026-11' }))
  const { code } = valueOf(await evening.call('lin', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: '小吴' }))
  // Longer times are shown from kept months.
  await evening.cloud.invoke('totals', { source: 'timer' })
  const { personKey: face } = valueOf(await evening.call('zhang', addFace, { callName: '王奶奶' }))
  const { campaignId } = valueOf(await evening.call('lin', callCampaign, aCampaign()))
  valueOf(await evening.call('lin', wordReport, { unitId: 'yuyin', month: '2026-11' }))
  const fileCode = String(evening.cloud.db.find('file-codes')[0]?._id ?? '')
  return { campaignId, eventId, sessionId: `${eventId}-s1`, face, entryId, code, fileCode, phoneCode: evening.cloud.phoneCode(openidOf('zhang'), '13800000000') }
}

const nothing = () => ({})
const unit = () => ({ unitId: 'yuyin' })
const month = () => ({ unitId: 'yuyin', month: '2026-11' })
const event = ({ eventId }: There) => ({ eventId })
const session = ({ sessionId }: There) => ({ sessionId })

export const readingCalls: Partial<Record<CallName, Reading>> = {
  'events/list': ['zhang', () => ({ from: '2026-11-27', to: '2026-12-03' })],
  'events/search': ['zhang', () => ({ words: '晚会' })],
  'events/past': ['zhang', nothing],
  'events/drafts': ['lin', unit],
  'events/get': ['zhang', event],
  'events/campaigns': ['lin', unit],
  'events/campaign': ['lin', ({ campaignId }) => ({ campaignId, unitId: 'yuyin' })],
  'events/tickable': ['lin', ({ campaignId }) => ({ campaignId, unitId: 'yuyin', item: 'c1-i1' })],
  'registrations/mine': ['zhang', nothing],
  'registrations/positions': ['zhang', ({ eventId }) => ({ eventIds: [eventId] })],
  'registrations/entry-key': ['zhang', event],
  'registrations/answers': ['lin', event],
  'registrations/names': ['lin', event],
  'attendance/venue-code': ['chen', session],
  'attendance/sessions-of-day': ['chen', () => ({ on: '2026-11-27' })],
  'attendance/roster': ['chen', session],
  'attendance/faces': ['chen', session],
  'attendance/face-code': ['chen', ({ sessionId, face }) => ({ sessionId, personKey: face })],
  'attendance/door-book': ['chen', session],
  'attendance/sheet': ['chen', session],
  'work/list': ['chen', () => ({ unitId: 'yuyin', from: '2026-11-27', to: '2026-11-27' })],
  'work/versions': ['chen', ({ entryId }) => ({ entryId })],
  'work/imported': ['lin', () => ({ unitId: 'yuyin', year: '2026' })],
  'work/own-months': ['chen', () => ({ month: '2026-11' })],
  'evidence/list': ['chen', ({ eventId }) => ({ of: { what: 'event', eventId } })],
  'evidence/public': ['zhang', event],
  'totals/month': ['lin', month],
  'totals/of-period': ['lin', () => ({ unitId: 'yuyin', period: '2026-Q4' })],
  'totals/facts': ['lin', () => ({ ...month(), figure: 'banners_hung' })],
  'totals/today': ['lin', unit],
  'totals/checks': ['lin', month],
  'reports/draft': ['lin', month],
  'reports/standing': ['lin', month],
  'reports/tables': ['lin', () => ({ unitId: 'yuyin' })],
  'reports/check': ['zhang', ({ fileCode }) => ({ code: fileCode })],
  'reports/read-text': ['lin', month],
  'reports/text-versions': ['lin', () => ({ ...month(), n: 1 })],
  'reports/events-to-tell': ['lin', month],
  'reports/template': ['lin', unit],
  'units/profile': ['lin', unit],
  'units/tree': ['lin', unit],
  'roles/list': ['lin', unit],
  'roles/invitation-picture': ['lin', ({ code }) => ({ code })],
  'people/phone-from-wechat': ['zhang', ({ phoneCode }) => ({ code: phoneCode })],
  'people/faces': ['zhang', nothing],
  'people/my-data': ['zhang', nothing],
  'suggestions/mine': ['zhang', nothing],
  'suggestions/list': ['lin', unit],
  'notices/mine': ['zhang', nothing],
  'notices/unseen': ['lin', event],
  'notices/unseen-counts': ['lin', nothing],
}
