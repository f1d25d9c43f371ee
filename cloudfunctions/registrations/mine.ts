import type { myRegistrations } from '../../contract/registrations/mine'
import type { Output } from '../../contract/call'
import { eventBriefs } from '../_shared/event-briefs'
import { findBriefEvents } from '../_shared/records/events'
import { ownPhoneMasks } from '../_shared/records/phones'
import { registrationsOf } from '../_shared/records/registrations'
import { instant } from '../_shared/rules/calendar'
import { compare } from '../_shared/rules/presence'
import type { Handler } from '../_shared/serve'

type Row = Output<typeof myRegistrations>['coming'][number]

export const handleMine: Handler<typeof myRegistrations> = async (_input, { caller, now }) => {
  const own = new Map((await registrationsOf(caller.personKey)).map((record) => [record.eventId, record]))
  const [events, masks] = await Promise.all([findBriefEvents([...own.keys()]), ownPhoneMasks([...own.keys()], caller.personKey)])
  const briefs = await eventBriefs([...events.values()], caller.personKey, own)
  const rows = briefs.flatMap((event) => (event.mine ? [{ event, registration: event.mine, phone: masks.get(event.id) ?? null }] : []))
  const at = instant(now)
  const isComing = (row: Row) => chosen(row).some((session) => session.endsAt > at)
  const next = (row: Row) => chosen(row).find((session) => session.endsAt > at)?.startsAt ?? ''
  const last = (row: Row) => chosen(row).at(-1)?.startsAt ?? ''
  return {
    coming: rows.filter(isComing).sort((a, b) => compare(next(a), next(b)) || compare(a.event.id, b.event.id)),
    past: rows.filter((row) => !isComing(row)).sort((a, b) => compare(last(b), last(a)) || compare(a.event.id, b.event.id)),
  }
}

/** Sessions that the registration names, by start. */
function chosen({ event, registration }: Row) {
  return event.sessions.filter((session) => registration.sessionIds.includes(session.id))
}
