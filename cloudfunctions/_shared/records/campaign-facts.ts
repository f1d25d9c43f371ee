/** What the items of a campaign's checklists rest on, read from the events and entries themselves. */
import type { TickedFact } from '../../../contract/events/campaign'
import { indicatorOf } from '../../../contract/work/indicators'
import type { TickRecord } from './campaign-ticks'
import { findHappened, type HappenedEvent } from './event-lists'
import { workEntriesById, type WorkEntryRecord } from './facts'
import { findUnits, unitBrief, type UnitRecord } from './units'

/** Was it held: begun by now, not called off? */
export function eventFact(event: HappenedEvent, at: string): TickedFact {
  return {
    what: 'event', id: event._id, title: event.title, kind: event.kind, on: event.firstOn, unit: { id: event.hostUnit, ...event.host },
    done: event.status === 'published' && event.sessions.some(({ startsAt }) => startsAt <= at),
  }
}

export function entryFact(entry: WorkEntryRecord, unit: UnitRecord): TickedFact {
  return { what: 'entry', id: entry._id, title: indicatorOf(entry.indicator).zh, kind: null, on: entry.on, unit: unitBrief(unit), done: !entry.withdrawn }
}

/** By `event:<id>` and `entry:<id>`; what is gone, was never published or is taken back is absent. */
export async function factsBehind(ticks: readonly Pick<TickRecord, 'what' | 'factId'>[], at: string): Promise<Map<string, TickedFact>> {
  const ids = (what: TickRecord['what']) => ticks.filter((one) => one.what === what).map(({ factId }) => factId)
  const [events, entries] = await Promise.all([findHappened(ids('event')), workEntriesById(ids('entry'))])
  const units = await findUnits(entries.map(({ unitId }) => unitId))
  const found = [
    ...events.filter(({ status }) => status === 'published').map((event) => eventFact(event, at)),
    ...entries.filter(({ withdrawn }) => !withdrawn).flatMap((entry) => { const unit = units.get(entry.unitId); return unit ? [entryFact(entry, unit)] : [] }),
  ]
  return new Map(found.map((fact) => [`${fact.what}:${fact.id}`, fact]))
}
