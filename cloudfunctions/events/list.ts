import type { listEvents } from '../../contract/events/list'
import { eventBriefs } from '../_shared/event-briefs'
import { eventStarts, findBriefEvents } from '../_shared/records/events'
import { findPerson } from '../_shared/records/people'
import { findUnit } from '../_shared/records/units'
import { days, instant, monthOf } from '../_shared/rules/calendar'
import { compare } from '../_shared/rules/presence'
import type { Handler } from '../_shared/serve'

const perPage = 60
const longestRange = days(400)

export const handleListEvents: Handler<typeof listEvents> = async (input, { caller, now, refuse }) => {
  const { from, to, kind, drafts = false } = input
  if (Date.parse(to) - Date.parse(from) >= longestRange) return refuse('range-too-long')
  // For drafts the caller's own community is no filter: what they administer is.
  const unitId = input.unitId ?? (drafts ? undefined : (await findPerson(caller.personKey))?.communityId ?? undefined)
  const unit = unitId === undefined ? null : await findUnit(unitId, monthOf(now))
  if (input.unitId !== undefined && !unit) return refuse('unit-not-found')

  const starts = await eventStarts({
    status: drafts ? 'draft' : 'published', from, to,
    ...(unit && { hosts: unit.path }),
    ...(drafts && { under: caller.grants.filter((grant) => grant.role === 'admin').map((grant) => grant.unitId) }),
    ...(kind && { kind }),
  })
  const marks = [...starts].map(([id, startsAt]) => ({ id, mark: `${startsAt}|${id}` })).sort((a, b) => compare(a.mark, b.mark))
  const page = marks.filter(({ mark }) => input.after === undefined || mark > input.after).slice(0, perPage)
  const found = await findBriefEvents(page.map(({ id }) => id))
  const seen = await eventBriefs(page.flatMap(({ id }) => found.get(id) ?? []), caller.personKey, instant(now))
  const last = page.at(-1)
  return { events: seen.map(({ brief }) => brief), after: last && last !== marks.at(-1) ? last.mark : null }
}
