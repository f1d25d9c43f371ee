/** Opens a figure: the sessions and entries that it counts. */
import type { figureFacts } from '../../contract/totals/facts'
import { countedMonth, shownOf } from '../_shared/records/counted-month'
import { countPhotosOfEntries, countPhotosOfEvents } from '../_shared/records/photo-counts'
import { findUnit, findUnits, unitBrief } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { openFigure } from '../_shared/rules/figure-opened'
import { figuresBeside } from '../_shared/rules/figures'
import type { Handler } from '../_shared/serve'

/** A first answer must fit a phone and 1 MB; the rest is a number. */
const listed = 500

export const handleFigureFacts: Handler<typeof figureFacts> = async ({ unitId, month, figure: name }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may('totals/facts', unit.path)) return refuse('unit-not-found')
  const counted = await countedMonth(unitId, { month, now })
  const figures = counted.closed.month?.snapshot.report.table ?? figuresBeside(counted.month, counted.before)
  const figure = figures.find((one) => one.name === name)
  const opened = openFigure(name, counted.month)
  if (!figure || !opened) return refuse('no-such-figure')

  const sessions = opened.sessions.slice(0, listed)
  const entries = opened.entries.slice(0, listed).map((entry) => ({ ...entry, ...shownOf(entry) }))
  const hostOf = (path: readonly string[]) => path[path.length - 1] ?? unitId
  const [hosts, photosOfEvents, photosOfEntries] = await Promise.all([
    findUnits([...sessions.map((one) => hostOf(one.held.event.path)), ...entries.map((entry) => entry.unitId)]),
    countPhotosOfEvents(sessions.map((one) => one.held.event._id)),
    countPhotosOfEntries(entries.map((entry) => entry._id)),
  ])
  const unitNamed = (id: string) => unitBrief(hosts.get(id) ?? unit)
  return {
    unit: unitBrief(unit), month, figure, asOf: instant(now),
    sessions: sessions.map(({ held: { event, session, room, softness }, value }) => ({
      eventId: event._id, sessionId: session.id, kind: event.kind, title: event.title, placeName: event.placeName, hostUnit: unitNamed(hostOf(event.path)), startsAt: session.startsAt,
      value, softness: name.endsWith('_attendances') ? softness : 'exact' as const,
      signedIn: room?.signedIn ?? 0, walkIns: room?.walkIns ?? 0, unregistered: room?.unregistered ?? 0, unregisteredSoftness: softness, photos: photosOfEvents.get(event._id) ?? 0,
    })),
    entries: entries.map((entry) => ({
      id: entry._id, on: entry.on, unit: unitNamed(entry.unitId), quantity: entry.quantity, softness: entry.softness, note: entry.note, rev: entry.rev, loggedAt: entry.loggedAt, photos: photosOfEntries.get(entry._id) ?? 0,
    })),
    notListed: Math.max(0, opened.sessions.length - listed) + Math.max(0, opened.entries.length - listed),
  }
}
