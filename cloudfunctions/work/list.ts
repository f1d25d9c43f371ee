import type { listWork } from '../../contract/work/list'
import type { WorkEntryView } from '../../contract/work/entry'
import type { WorkEntryRecord } from '../_shared/records/facts'
import { countPhotosOfEntries } from '../_shared/records/photo-counts'
import { titlesOf } from '../_shared/records/events'
import { findUnit, findUnits, unitBrief, type UnitRecord } from '../_shared/records/units'
import { workEntriesOf } from '../_shared/records/work-entries'
import { days, monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

const longestDays = 62
const most = 200

export const handleList: Handler<typeof listWork> = async ({ unitId, from, to }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may('work/list', unit.path)) return refuse('unit-not-found')
  if (Date.parse(to) - Date.parse(from) >= days(longestDays)) return refuse('range-too-long')
  const found = await workEntriesOf(unit._id, from, to, most + 1)
  const shown = found.slice(0, most)
  const [units, photosOf, titles] = await Promise.all([
    findUnits(shown.map((entry) => entry.unitId)), countPhotosOfEntries(shown.map((entry) => entry._id)), titlesOf(shown.flatMap(({ eventId }) => eventId ?? [])),
  ])
  const view = (entry: WorkEntryRecord, of: UnitRecord): WorkEntryView => ({
    id: entry._id, rev: entry.rev, indicator: entry.indicator, quantity: entry.quantity, softness: entry.softness, on: entry.on,
    unit: unitBrief(of), note: entry.note, withdrawn: entry.withdrawn, event: titled(entry.eventId ?? '', titles), loggedAt: entry.loggedAt,
    own: entry.by === caller.personKey, photos: photosOf.get(entry._id) ?? 0,
  })
  return {
    entries: shown.flatMap((entry) => { const of = units.get(entry.unitId); return of ? [view(entry, of)] : [] }),
    more: found.length > most,
  }
}

function titled(id: string, titles: ReadonlyMap<string, string>) {
  const title = titles.get(id)
  return title === undefined ? null : { id, title }
}
