/** A report's units as its files print them: 本级 and each right below it, in the tree's order, with what was counted and what was brought over for each. */
import { partsOf } from '../_shared/records/unit-month-parts'
import type { UnitRecord } from '../_shared/records/units'
import { broughtOver } from '../_shared/rules/figures'
import { sumOfImported } from '../_shared/rules/imported/imported-figures'
import type { PrintedPart } from './document/unit-tables'
import type { Shown } from './shown-report'

export async function partsToPrint(unit: UnitRecord, { report, month, parts }: Shown): Promise<PrintedPart[]> {
  const brought = [...broughtOver(month)]
  return (parts ?? (await partsOf(unit, report.month, month))).map(({ unit: part, own, values }) => ({
    unit: part, own, values,
    imported: Object.fromEntries(brought.flatMap(([name, lines]) => {
      const some = lines.filter(({ unitId, path }) => (own ? unitId === part.id : path.includes(part.id)))
      return some.length === 0 ? [] : [[name, sumOfImported(name, some)] as const]
    })),
  }))
}
