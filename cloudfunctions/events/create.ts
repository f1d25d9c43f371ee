import type { createEvent } from '../../contract/events/create'
import { isCampaignFor } from '../_shared/records/campaigns'
import { eventRecord, events, findEvent, isSamePlan } from '../_shared/records/events'
import { findUnit } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { whatIsWrongWith } from '../_shared/rules/event-plan'
import type { Handler } from '../_shared/serve'
import { wordsOfPlan } from './words-of-plan'

export const handleCreateEvent: Handler<typeof createEvent> = async (input, { caller, now, refuse }) => {
  const host = await findUnit(input.hostUnitId, monthOf(now))
  if (!host || !caller.may('events/create', host.path)) return refuse('unit-not-found')
  const planned = eventRecord(host, { ...input, id: input.recordId }, { by: caller.personKey, at: instant(now) })
  const wrong = whatIsWrongWith(planned)
  if (wrong) return refuse(wrong)
  if (planned.campaignId !== null && !(await isCampaignFor(planned.campaignId, host.path))) return refuse('campaign-not-found')
  // A repeat of what stands already was judged when it was written.
  if (!(await caller.mayWrite(wordsOfPlan(planned), 'comment')) && !(await findEvent(planned._id))) return refuse('words-refused')
  const { record } = await events.addOnce(planned)
  if (!isSamePlan(record, planned)) return refuse('record-id-taken')
  return { eventId: record._id }
}
