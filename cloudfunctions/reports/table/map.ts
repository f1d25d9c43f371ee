import { mapTable } from '../../../contract/reports/tables'
import { changeTable, findTable } from '../../_shared/records/report-tables'
import { instant } from '../../_shared/rules/calendar'
import { figureCatalogue } from '../../_shared/rules/figure-catalogue'
import { headingsOf, type Heading } from '../../_shared/rules/table/heads'
import type { Handler } from '../../_shared/serve'
import { unitOfReport } from '../shown-report'
import { gridOfFile } from './sheet-file'
import { shownTable } from './shown-table'

const known = new Set([...figureCatalogue.map(({ name }) => name), 'unit', 'ordinal', 'period'])

export const handleMapTable: Handler<typeof mapTable> = async ({ unitId, tableId, rev, layout, means, gone }, scene) => {
  const { caller, now, refuse } = scene
  const unit = await unitOfReport(mapTable.name, unitId, scene)
  if (!unit) return refuse('unit-not-found')
  const table = await findTable(tableId)
  if (table?.unitId !== unitId) return refuse('no-such-table')
  if (means.some((one) => !known.has(one.means))) return refuse('no-such-figure')
  const isSame = layout.axis === table.layout.axis && layout.line === table.layout.line && layout.into === table.layout.into
  const heads = isSame ? table.heads.map((head): Heading => ({ ...head, means: means.find(({ at }) => at === head.at)?.means ?? null })) : headingsOf(gridOfFile(Buffer.from(table.file, 'base64'))!, layout)
  if (heads.length === 0) return refuse('no-heads')
  const changed = await changeTable(tableId, rev, { layout, heads, gone, by: caller.personKey, at: instant(now) })
  return changed ? shownTable(changed, unit, caller) : refuse('changed-meanwhile')
}
