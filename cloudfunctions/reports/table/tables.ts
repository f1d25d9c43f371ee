import { listTables, mostTables } from '../../../contract/reports/tables'
import { tablesOf } from '../../_shared/records/report-tables'
import { findUnits, unitBrief } from '../../_shared/records/units'
import { figureCatalogue } from '../../_shared/rules/figure-catalogue'
import type { Handler } from '../../_shared/serve'
import { unitOfReport } from '../shown-report'
import { shownTable } from './shown-table'

export const handleTables: Handler<typeof listTables> = async ({ unitId }, scene) => {
  const unit = await unitOfReport(listTables.name, unitId, scene)
  if (!unit) return scene.refuse('unit-not-found')
  const [tables, units] = await Promise.all([tablesOf(unit.path, mostTables * unit.path.length), findUnits(unit.path)])
  return {
    unit: unitBrief(unit),
    tables: tables.flatMap((table) => { const owner = units.get(table.unitId); return owner ? [shownTable(table, owner, scene.caller)] : [] }),
    figures: figureCatalogue.map(({ name, zh, unit: measure }) => ({ name, zh, measure })),
  }
}
