import type { Input } from '../../contract/call'
import { indicatorOf } from '../../contract/work/indicators'
import type { logWork } from '../../contract/work/log'
import { findEvent } from '../_shared/records/events'
import { workEntryRecord, type WorkEntryRecord } from '../_shared/records/facts'
import { reportsAhead } from '../_shared/records/outcome-of-month'
import { findUnit } from '../_shared/records/units'
import { addWorkEntryOnce, findWorkEntry } from '../_shared/records/work-entries'
import { instant } from '../_shared/rules/calendar'
import { clocksOf, isSameClock } from '../_shared/rules/clocks'
import { receiptFor } from '../_shared/rules/receipt'
import { softnessOf, troubleWith, writtenAt } from '../_shared/rules/work-entry'
import type { Handler } from '../_shared/serve'

export const handleLog: Handler<typeof logWork> = async (input, { caller, now, refuse }) => {
  const unit = await findUnit(input.unitId, input.on.slice(0, 7))
  if (!unit || !caller.may('work/log', unit.path)) return refuse('unit-not-found')
  // Before the rules: a record that was kept stays kept, also when it comes again long after its day.
  const known = await findWorkEntry(input.recordId)
  if (known) return says(known, input, caller.personKey, now) ? receiptFor(input, 'already-there') : refuse('record-id-taken')
  const written = writtenAt(input, now)
  const trouble = troubleWith(input, written)
  if (trouble) return refuse(trouble)
  if (input.note !== undefined && indicatorOf(input.indicator).bare) return refuse('no-notes-here')
  const made = workEntryRecord({
    recordId: input.recordId, indicator: input.indicator, quantity: input.quantity, softness: softnessOf(input), on: input.on,
    unitId: unit._id, path: unit.path, note: input.note ?? null, eventId: await eventOf(input, unit.path), by: caller.personKey, loggedAt: instant(Math.min(written, now)), clocks: clocksOf(input, now), dayConfirmed: input.dayConfirmed,
  })
  const { added, record } = await addWorkEntryOnce(made, await reportsAhead('work/log', made, now))
  if (added) return receiptFor(input, added)
  return says(record, input, caller.personKey, now) ? receiptFor(input, 'already-there') : refuse('record-id-taken')
}

/** A link that does not fit is left out; it never holds up an entry. */
async function eventOf({ eventId, indicator, on }: Input<typeof logWork>, path: readonly string[]): Promise<string | null> {
  if (eventId === undefined || indicatorOf(indicator).bare) return null
  const event = await findEvent(eventId)
  const isNear = event !== null && (event.path.includes(path.at(-1) ?? '') || path.includes(event.hostUnit))
  return isNear && event.status === 'published' && event.sessions.some((session) => session.on === on) ? event._id : null
}

/** Is this the entry that the input made, whatever was corrected since? */
function says(entry: WorkEntryRecord, input: Input<typeof logWork>, personKey: string, now: number): boolean {
  const first = entry.versions[0]
  return first !== undefined && isSameClock(first.clocks, clocksOf(input, now)) && first.dayConfirmed === input.dayConfirmed && entry.by === personKey && entry.indicator === input.indicator && entry.unitId === input.unitId
    && entry.note === (input.note ?? null) && (entry.eventId == null || entry.eventId === input.eventId) && first.quantity === input.quantity
    && first.softness === softnessOf(input) && first.on === input.on
}
