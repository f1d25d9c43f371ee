/** A table as whoever fills it sees it. */
import type { TableView } from '../../../contract/reports/tables'
import type { Caller } from '../../_shared/caller'
import type { TableBrief } from '../../_shared/records/report-tables'
import { unitBrief, type UnitRecord } from '../../_shared/records/units'

export function shownTable({ _id, name, rev, layout, layouts, heads, path }: TableBrief, unit: UnitRecord, caller: Caller): TableView {
  return { id: _id, unit: unitBrief(unit), name, rev, layout, layouts, heads, own: caller.may('reports/map-table', path) }
}
