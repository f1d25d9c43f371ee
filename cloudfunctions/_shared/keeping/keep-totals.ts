/**
 * Keeps the totals (docs/decisions, kept totals): marks what came, counts the rooms that were asked for, then the months. Every step may break off anywhere and
 * may run twice at once: what a mark asks for stays asked for until something newer than the mark was counted.
 */
import { askMonths, closeMonth, openMonths } from '../records/month-marks'
import { eventsThatBegan } from '../records/events'
import { allRoomsAreAsked } from '../records/session-rooms'
import { keptState, keptVersion, putState } from '../records/unit-months'
import { instant, monthOf } from '../rules/calendar'
import { firstMonth, markMonth } from './build'
import { keepMonth } from './keep-month'
import { keepRooms } from './keep-rooms'
import { markUncounted } from './mark-uncounted'

/** `now`: server time in ms; `isOver`: no further step is begun. true: all that came before `now` is in. */
export async function keepTotals(now: number, isOver: () => boolean): Promise<boolean> {
  const run = `${now}-${Math.random().toString(36).slice(2, 10)}`
  const known = await keptState()
  let next = known ? known.next : await firstMonth(monthOf(now))
  const asOf = known?.asOf ?? null
  if (!known) await putState({ next, asOf })
  // Sessions with facts from before their beginning count from their beginning on.
  const began = asOf === null ? [] : await eventsThatBegan(Date.parse(asOf), now)
  await askMonths(began.flatMap(({ path, months }) => months.map((month) => ({ root: path[0] ?? '', month }))))
  while (await markUncounted()) if (isOver()) return false
  for (;;) {
    if (isOver()) return false
    if ((await keepRooms(run, isOver)) > 0) continue
    const open = await openMonths(monthsPerRound)
    for (const mark of open) {
      if (isOver()) return false
      await keepMonth(mark, now)
      await closeMonth(mark)
    }
    if (open.length > 0) continue
    if (next === null) break
    next = await markMonth(next, monthOf(now))
    await putState({ next, asOf: null })
  }
  if (asOf === null) await allRoomsAreAsked(keptVersion)
  await putState({ next: null, asOf: instant(now) })
  return true
}

const monthsPerRound = 3
