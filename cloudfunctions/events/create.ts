import type { createEvent } from '../../contract/events/create'
import { eventRecord, events, findEvent, isSamePlan, type EventRecord } from '../_shared/records/events'
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
  // A repeat of what stands already was judged when it was written.
  if (!(await caller.mayWrite(wordsOf(planned), 'comment')) && !(await findEvent(planned._id))) return refuse('words-refused')
  const { record } = await events.addOnce(planned)
  if (!isSamePlan(record, planned)) return refuse('record-id-taken')
  return { eventId: record._id }
}

/** Everything that residents will read. */
function wordsOf({ title, placeName, placeNote, bring, organisers, programme, questions }: EventRecord): string[] {
  return [
    title, placeName, placeNote ?? '', bring ?? '', ...organisers.map(({ name }) => name),
    ...programme.flatMap((item) => [item.title, item.form ?? '', item.performers ?? '']), ...questions.flatMap(({ text, options = [] }) => [text, ...options]),
  ]
}
