/** Which rows of a roster a worker sees: by tab and by what was typed, a few at a time. Pure. */
import type { RosterRow } from '../../../stores/attendance'

export type Tab = 'missing' | 'in' | 'all'

export interface Counts { missing: number; in: number; all: number }

/** Parties, as the rows are; the sums above count people. */
export function counts(rows: readonly RosterRow[]): Counts {
  const inside = rows.filter((row) => row.present !== null).length
  return { missing: rows.length - inside, in: inside, all: rows.length }
}

/** `kept`: rows just tapped stay where they are until the worker looks elsewhere. */
export function rowsOf(rows: readonly RosterRow[], tab: Tab, typed: string, kept: ReadonlySet<string>): RosterRow[] {
  const sought = typed.trim().toLowerCase()
  return rows.filter((row) => {
    if (sought && !`${row.callName} ${row.building ?? ''}`.toLowerCase().includes(sought)) return false
    if (tab === 'all' || kept.has(row.personKey)) return true
    return tab === 'in' ? row.present !== null : row.present === null
  })
}
