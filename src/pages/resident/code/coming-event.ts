/** Which of the resident's own registrations comes next. Pure. */
import type { Output } from '#contract/call'
import type { myRegistrations } from '#contract/registrations/mine'

/** Its event id; null: none that is confirmed. `now` in ms. */
export function comingEvent(mine: Output<typeof myRegistrations> | null, now: number): string | null {
  const rows = [...(mine?.coming ?? []), ...(mine?.past ?? [])].filter(({ event, registration, neighbour }) => event.status === 'published' && registration.status === 'confirmed' && !neighbour)
  const open = rows.flatMap(({ event, registration }) => event.sessions
    .filter(({ id, endsAt }) => registration.sessionIds.includes(id) && Date.parse(endsAt) + stillOpen >= now)
    .map(({ startsAt }) => ({ eventId: event.id, startsAt })))
  return open.sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))[0]?.eventId ?? null
}

/** People are taken in for six hours after the end. */
const stillOpen = 6 * 3_600_000
