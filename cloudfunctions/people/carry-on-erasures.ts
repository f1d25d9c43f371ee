/** Goes on where an erasing broke off, and comes once more when the calls of its time are over; then nothing more of it stands but the audit's entry. */
import { endErasure, openErasures } from '../_shared/records/erasures'
import { instant, minutes } from '../_shared/rules/calendar'
import { eraseAll } from './erasing'
import { takeOver } from './take-over'

const perRun = 5
const patience = 8_000
/** No call takes as long. */
const callsAreOver = minutes(10)

/** How many were gone on. */
export async function carryOnErasures(now: number): Promise<number> {
  const open = await openErasures(instant(now - callsAreOver), perRun)
  const until = Date.now() + patience
  for (const { _id: personKey, goneAt, into } of open) {
    if (into !== undefined) await takeOver(into)
    if ((await eraseAll(personKey, now, { until, again: goneAt !== null, into })) && goneAt !== null) await endErasure(personKey)
  }
  return open.length
}
