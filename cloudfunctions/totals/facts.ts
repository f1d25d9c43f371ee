/** Opens a figure: the sessions and entries that it counts. */
import type { figureFacts } from '../../contract/totals/facts'
import type { Output } from '../../contract/call'
import type { Figure } from '../../contract/totals/figure'
import { isMonth } from '../../contract/totals/period'
import { countedMonth, shownOf } from '../_shared/records/counted-month'
import { countPhotosOfEntries, countPhotosOfEvents } from '../_shared/records/photo-counts'
import { findUnit, findUnits, unitBrief } from '../_shared/records/units'
import { keptMonths, unitMonthId } from '../_shared/records/unit-months'
import { instant, monthOf, monthsBefore } from '../_shared/rules/calendar'
import { openFigure } from '../_shared/rules/figure-opened'
import { figuresBeside, figuresOfMonth, type Month } from '../_shared/rules/figures'
import { ownMonth, valuesOfFigures } from '../_shared/rules/unit-parts'
import type { Handler } from '../_shared/serve'
import { countedPeriod, membersFor } from './of-period'

const perPage = 100

export const handleFigureFacts: Handler<typeof figureFacts> = async ({ unitId, month: period, figure: name, campaignId, own = false, page = 0 }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may('totals/facts', unit.path)) return refuse('unit-not-found')
  const only = await membersFor(campaignId, unit)
  if (only === 'not-found') return refuse('campaign-not-found')
  const alone = isMonth(period) && !only
  const counted = alone ? await ofMonth(unitId, period, now) : await countedPeriod(unitId, period, now, { shown: true, only })
  if (!counted) return refuse('still-counting')
  const scope = own ? ownMonth(counted.merged, unitId) : counted.merged
  const figure = (own ? figuresOfMonth(scope) : counted.figures).find((one) => one.name === name)
  const opened = openFigure(name, scope)
  if (!figure || !opened) return refuse('no-such-figure')

  // A figure is made of sessions or of entries, never of both.
  const onPage = <T>(all: readonly T[]) => all.slice(page * perPage, (page + 1) * perPage)
  const sessions = onPage(opened.sessions)
  const entries = onPage(opened.entries).map((entry) => ({ ...entry, ...shownOf(entry) }))
  const hostOf = (path: readonly string[]) => path[path.length - 1] ?? unitId
  const [hosts, photosOfEvents, photosOfEntries, trend] = await Promise.all([
    findUnits([...sessions.map((one) => hostOf(one.held.event.path)), ...entries.map((entry) => entry.unitId)]),
    countPhotosOfEvents(sessions.map((one) => one.held.event._id)),
    countPhotosOfEntries(entries.map((entry) => entry._id)),
    alone && page === 0 ? trendOf(unitId, period, { name, own }) : [],
  ])
  const unitNamed = (id: string) => unitBrief(hosts.get(id) ?? unit)
  return {
    unit: unitBrief(unit), month: period, figure, asOf: instant(now),
    sessions: sessions.map(({ held: { event, session, room, softness }, value }) => ({
      eventId: event._id, sessionId: session.id, kind: event.kind, title: event.title, placeName: event.placeName, hostUnit: unitNamed(hostOf(event.path)), startsAt: session.startsAt,
      value, softness: name.endsWith('_attendances') ? softness : 'exact' as const,
      signedIn: room?.signedIn ?? 0, walkIns: room?.walkIns ?? 0, unregistered: room?.unregistered ?? 0, unregisteredSoftness: softness, photos: photosOfEvents.get(event._id) ?? 0,
    })),
    entries: entries.map((entry) => ({
      id: entry._id, on: entry.on, unit: unitNamed(entry.unitId), quantity: entry.quantity, softness: entry.softness, note: entry.note, rev: entry.rev, loggedAt: entry.loggedAt, photos: photosOfEntries.get(entry._id) ?? 0,
    })),
    trend,
    notListed: Math.max(0, opened.sessions.length + opened.entries.length - (page + 1) * perPage),
  }
}

/** From the kept months; while there are none, nothing. */
async function trendOf(unitId: string, month: string, { name, own }: { name: string; own: boolean }): Promise<Output<typeof figureFacts>['trend']> {
  const months = monthsBefore(month, 6)
  const kept = await keptMonths(months.map((one) => ({ unitId, month: one })))
  return !kept ? [] : months.map((one) => {
    const found = kept.months.get(unitMonthId(unitId, one))
    const values = own ? found?.parts.find((part) => part.unitId === unitId)?.values : valuesOfFigures(found?.figures ?? [])
    return { month: one, amount: values?.[name] ?? null }
  })
}

/** As the facts are now, or as it was approved. */
async function ofMonth(unitId: string, month: string, now: number): Promise<{ merged: Month; figures: readonly Figure[] }> {
  const counted = await countedMonth(unitId, { month, now })
  return { merged: counted.month, figures: counted.closed.month?.snapshot.report.table ?? figuresBeside(counted.month, counted.before) }
}
