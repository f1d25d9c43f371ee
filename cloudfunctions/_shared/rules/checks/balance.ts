/**
 * Cumulative since 1 January: settled ≤ carried over + found, published ≤ carried over + written (product.md, invariant 7). Carried over is what
 * the unit itself brought over as of 31 December; where it did not, there may have been any number. Pure.
 */
import { disputesOpen, articlesUnpublished } from '../imported/importable'
import { monthsOf } from '../imported/period'
import type { ImportedLine } from '../imported/imported-figures'
import type { EntryFacts } from '../held-sessions'
import { atLeast, atMost, sumOf } from './bounds'

export const balances = [
  { kind: 'settled-over-found', out: 'disputes_settled', in: 'disputes_found', open: disputesOpen },
  { kind: 'published-over-written', out: 'articles_published', in: 'articles_written', open: articlesUnpublished },
] as const
export type Balance = (typeof balances)[number]

export const balancedIndicators: readonly string[] = balances.flatMap((one) => [one.out, one.in])

type Entry = Pick<EntryFacts, 'indicator' | 'quantity' | 'softness' | 'month'>

/** `entries`: those that stand, of the unit and all below it, from January to the month; `imported`: the year's, and those of 31 December before. */
export interface BalanceSource { unitId: string; month: string; entries: readonly Entry[]; imported: readonly ImportedLine[] }

export interface Imbalance { kind: Balance['kind']; out: Balance['out']; value: number; against: number; carried: number | null }

export function imbalancesOf({ unitId, month, entries, imported }: BalanceSource): Imbalance[] {
  const year = month.slice(0, 4)
  const since = entries.filter((one) => one.month >= `${year}-01` && one.month <= month)
  return balances.flatMap(({ kind, out, in: into, open }) => {
    const [gone, come] = [since.filter((one) => one.indicator === out), since.filter((one) => one.indicator === into)]
    const brought = (name: string) => imported.filter((line) => line.indicator === name && line.period.slice(0, 4) === year && line.overlap !== 'same')
    // Of what went out only what surely lies in the time and is not counted already; of what came in all that may.
    const goneToo = brought(out).filter(({ period, overlap }) => monthsOf(period).to <= month && (overlap === 'apart' || gone.length === 0)).map(saidOf)
    const comeToo = brought(into).filter(({ period }) => monthsOf(period).from <= month).map(saidOf)
    const opened = imported.filter((line) => line.indicator === open && line.period === `${Number(year) - 1}-12-31`)
    const least = sumOf([...gone, ...goneToo].map(atLeast))
    const most = sumOf([...come, ...comeToo, ...opened.map(saidOf)].map(atMost))
    if (least <= most) return []
    const value = (all: readonly { quantity: number | null }[]) => sumOf(all.map(({ quantity }) => quantity ?? 0))
    const isKnown = opened.some((line) => line.unitId === unitId)
    return [{ kind, out, value: value([...gone, ...goneToo]), against: value([...come, ...comeToo]), carried: isKnown ? value(opened.map(saidOf)) : null }]
  })
}

function saidOf({ hundredths, softness }: ImportedLine) {
  return { quantity: hundredths / 100, softness }
}
