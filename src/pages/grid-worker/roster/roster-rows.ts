/** Which rows of a roster a worker sees: by tab and by what was typed, a page at a time. Pure. */
import type { RosterRow } from '../../../stores/attendance'

export type Tab = 'missing' | 'in' | 'all'

export interface Counts { missing: number; in: number; all: number }

/** Parties, as the rows are; the sums above count people. */
export function counts(rows: readonly RosterRow[]): Counts {
  const inside = rows.filter((row) => row.present !== null).length
  return { missing: rows.length - inside, in: inside, all: rows.length }
}

/** `kept`: rows just tapped stay where they are until the worker looks elsewhere. What fits exactly comes first: of 3 the third building before the thirteenth. */
export function rowsOf(rows: readonly RosterRow[], tab: Tab, typed: string, kept: ReadonlySet<string>): RosterRow[] {
  const sought = typed.trim().toLowerCase()
  const found = rows.filter((row) => (tab === 'all' || kept.has(row.personKey) ? true : (row.present !== null) === (tab === 'in')) && fit(row, sought) > 0)
  return sought === '' ? found : found.map((row) => ({ row, fits: fit(row, sought) })).sort((a, b) => b.fits - a.fits).map(({ row }) => row)
}

/** 0: not at all. By 姓 or 称呼, building, or the last digits of the number, all that is seen of it. */
function fit({ callName, building, phone }: RosterRow, sought: string): number {
  if (sought === '') return 1
  const name = callName.toLowerCase()
  if (name.startsWith(sought)) return 3
  if (/^\d+$/.test(sought)) {
    const numbers: string[] = building?.match(/\d+/g) ?? []
    if (numbers[0] === sought || (sought.length > 1 && (phone?.endsWith(sought) ?? false))) return 3
    return numbers.some((one) => one.startsWith(sought)) ? 2 : 0
  }
  return name.includes(sought) || (building?.toLowerCase().includes(sought) ?? false) ? 2 : 0
}

/** 姓 that many share, the most frequent first, to be tapped instead of typed. */
export function commonSurnames(rows: readonly RosterRow[], most: number): string[] {
  const times = new Map<string, number>()
  for (const { callName } of rows) {
    const surname = [...callName.replace(/^[老小]/u, '')][0] ?? ''
    times.set(surname, (times.get(surname) ?? 0) + 1)
  }
  return [...times].filter(([, n]) => n > 1).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, most).map(([surname]) => surname)
}
