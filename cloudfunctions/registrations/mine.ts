import type { Output } from '../../contract/call'
import type { myRegistrations } from '../../contract/registrations/mine'
import { findMyEvents } from '../_shared/records/events'
import { allRegistrationsBy, myRegistration } from '../_shared/records/registrations'
import { instant } from '../_shared/rules/calendar'
import { compare } from '../_shared/rules/presence'
import type { Handler } from '../_shared/serve'

type Row = Output<typeof myRegistrations>['coming'][number]

export const handleMine: Handler<typeof myRegistrations> = async (_input, { caller, now }) => {
  const made = await allRegistrationsBy(caller.personKey)
  const events = await findMyEvents(made.map(({ eventId }) => eventId))
  const rows = made.flatMap((record): Row[] => {
    const event = events.get(record.eventId)
    if (!event) return []
    const { _id: id, kind, title, placeName, placeNote, status, cancellation } = event
    return [{
      event: { id, kind, title, placeName, placeNote, status, cancelReason: cancellation?.reason ?? null, sessions: event.sessions.map(({ id: sessionId, on, startsAt, endsAt }) => ({ id: sessionId, on, startsAt, endsAt })) },
      registration: myRegistration(record), neighbour: record.personKey !== caller.personKey,
    }]
  })
  const at = instant(now)
  const isComing = (row: Row) => chosen(row).some((session) => session.endsAt > at)
  const next = (row: Row) => chosen(row).find((session) => session.endsAt > at)?.startsAt ?? ''
  const last = (row: Row) => chosen(row).at(-1)?.startsAt ?? ''
  const byId = (a: Row, b: Row) => compare(`${a.event.id}:${a.registration.personKey}`, `${b.event.id}:${b.registration.personKey}`)
  return {
    coming: rows.filter(isComing).sort((a, b) => compare(next(a), next(b)) || byId(a, b)),
    past: rows.filter((row) => !isComing(row)).sort((a, b) => compare(last(b), last(a)) || byId(a, b)),
  }
}

/** Sessions that the registration names, by start. */
function chosen({ event, registration }: Row) {
  return event.sessions.filter((session) => registration.sessionIds.includes(session.id))
}
