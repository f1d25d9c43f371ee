import type { createEvent } from '../../contract/events/create'
import { eventRecord, events, isSamePlan } from '../_shared/records/events'
import { findUnit } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { whatIsWrongWith } from '../_shared/rules/event-plan'
import type { Handler } from '../_shared/serve'

export const handleCreateEvent: Handler<typeof createEvent> = async (input, { caller, now, refuse }) => {
  const host = await findUnit(input.hostUnitId, monthOf(now))
  if (!host || !caller.may('events/create', host.path)) return refuse('unit-not-found')
  const planned = eventRecord(host, { ...input, id: input.recordId }, { by: caller.personKey, at: instant(now) })
  const wrong = whatIsWrongWith(planned)
  if (wrong) return refuse(wrong)
  const { record } = await events.addOnce(planned)
  if (!isSamePlan(record, planned)) return refuse('record-id-taken')
  return { eventId: record._id }
}
