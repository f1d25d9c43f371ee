import { listDrafts } from '../../contract/events/drafts'
import { eventBriefs } from '../_shared/event-briefs'
import { draftEvents, eventsPerPage } from '../_shared/records/event-lists'
import { findUnit } from '../_shared/records/units'
import { dayAfter, dayOf, instant, monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

/** A draft whose day went by can still be looked at for a while. */
const daysBack = 31

export const handleDrafts: Handler<typeof listDrafts> = async ({ unitId }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may(listDrafts.name, unit.path)) return refuse('unit-not-found')
  const found = await draftEvents(unitId, dayAfter(dayOf(now), -daysBack))
  const seen = await eventBriefs(found.slice(0, eventsPerPage), caller.personKey, instant(now))
  return { events: seen.map(({ brief }) => brief), more: found.length > eventsPerPage }
}
