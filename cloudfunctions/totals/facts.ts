/** Opens a figure: the sessions and entries that it counts. */
import type { figureFacts } from '../../contract/totals/facts'
import { countPhotosOfEntries, countPhotosOfEvents } from '../_shared/records/photo-counts'
import { monthFacts } from '../_shared/records/month-facts'
import { findUnit, findUnits, unitBrief } from '../_shared/records/units'
import { instant, monthOf as monthOfInstant } from '../_shared/rules/calendar'
import { openFigure } from '../_shared/rules/figure-opened'
import { figuresOf, monthOf } from '../_shared/rules/figures'
import type { Handler } from '../_shared/serve'

/** A first answer must fit a phone and 1 MB; the rest is a number. */
const listed = 500

export const handleFigureFacts: Handler<typeof figureFacts> = async ({ unitId, month, figure: name }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOfInstant(now))
  if (!unit || !caller.may('totals/facts', unit.path)) return refuse('unit-not-found')
  const facts = await monthFacts(unitId, month)
  const scope = { month, now }
  const figure = figuresOf(facts, scope).find((one) => one.name === name)
  const opened = openFigure(name, monthOf(facts, scope))
  if (!figure || !opened) return refuse('no-such-figure')

  const sessions = opened.sessions.slice(0, listed)
  const ids = new Set(opened.entries.slice(0, listed).map((entry) => entry._id))
  const byId = new Map(facts.entries.filter((entry) => ids.has(entry._id)).map((entry) => [entry._id, entry]))
  const entries = [...ids].flatMap((id) => byId.get(id) ?? [])
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
