import { changeEvent } from '../../contract/events/change'
import { audited } from '../_shared/records/audit'
import { changeEvent as writeChange, hasLiveFacts } from '../_shared/records/event-changes'
import { findEvent, sessionKey, type EventRecord } from '../_shared/records/events'
import { mayNow } from '../_shared/records/grants'
import { followPlan, seatBookFor } from '../_shared/records/seat-books'
import { inTransaction } from '../_shared/records/transaction'
import { instant } from '../_shared/rules/calendar'
import { changing } from '../_shared/rules/event-change'
import type { Handler } from '../_shared/serve'
import { settle } from '../_shared/seating/settle'

/**
 * The event and the audit together, then the seat book: the event is `untold` from its own change on, and notices/tell makes the book follow
 * after a crash between the two before it tells anybody. Until the book follows, who registers is bound by the old plan.
 */
export const handleChangeEvent: Handler<typeof changeEvent> = async (input, { caller, now, refuse }) => {
  const { eventId, recordId } = input
  const event = await findEvent(eventId)
  if (!event || event.status === 'draft' || !caller.may(changeEvent.name, event.path)) return refuse('event-not-found')
  const seen = changing(event, input, now)
  if (!isMade(event) && !(await caller.mayWrite([input.placeName ?? '', input.placeNote ?? '', input.bring ?? ''], 'comment'))) return refuse('words-refused')
  if (typeof seen !== 'string' && !isMade(event) && (await hasLiveFacts(seen.toAnotherMonth))) return refuse('has-records')

  const outcome = await inTransaction(async (transaction) => {
    const current = await transaction.find<EventRecord>('events', eventId)
    if (!current || !(await mayNow(transaction, caller.personKey, changeEvent.name, current.path))) return refuse('event-not-found')
    const made = current.changes.find(({ id }) => id === recordId)
    if (made) return made.by === caller.personKey ? { event: current, what: made.what } : refuse('record-id-taken')
    if (current.status !== 'published') return refuse('event-cancelled')
    if (current.changed !== input.seen) return refuse('changed-since')
    const next = changing(current, input, now)
    if (typeof next === 'string') return refuse(next)
    if (next.what.length === 0) return { event: current, what: [] }
    // Months are looked up before the transaction: of another plan than the one that was seen nothing is known.
    if (typeof seen === 'string' || next.toAnotherMonth.some((id) => !seen.toAnotherMonth.includes(id))) return refuse('has-records')
    const at = instant(now)
    await audited(transaction, current.path, { action: changeEvent.name, by: caller.personKey, about: eventId, facts: factsOf(next) }, at)
    const change = { id: recordId, at, by: caller.personKey, what: next.what, sessions: next.moved.map(sessionKey) }
    return { event: await writeChange(transaction, current, next.plan, change), what: next.what }
  })
  if ('refusal' in outcome) return outcome
  await followPlan(outcome.event)
  if (outcome.what.includes('capacity')) {
    // At once; broken off here, the sweep does it: the book is unswept.
    const book = await seatBookFor(eventId, caller.personKey)
    if (book?.waiting) await settle(book, instant(now))
  }
  return { eventId, what: outcome.what }

  function isMade({ changes }: EventRecord): boolean {
    return changes.some(({ id }) => id === recordId)
  }
}

function factsOf({ what, capacity }: { what: string[]; capacity: string[] }) {
  return { what: what.join(' '), ...(capacity.length > 0 && { capacity: capacity.join(', ') }) }
}
