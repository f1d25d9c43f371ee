/**
 * The tree of units. `path` runs from the root to the unit itself; `order` is the tree's order among siblings. Whoever reads a unit
 * says for which month, because grids move (rules/unit-place.ts).
 */
import type { UnitBrief } from '../../../contract/values'
import { command } from '../cloud'
import { placedIn, type Moving } from '../rules/unit-place'
import { collection } from './collection'

export interface UnitRecord extends Moving {
  _id: string
  name: string
  level: 'district' | 'street' | 'community' | 'grid'
  /** Moves with every change among its children, so that two such changes at once see each other. */
  rev?: number
  /** Its own sentences for its report (report-templates.ts). Absent: it never had any; `text` null: it has none any more. */
  template?: { text: string | null; rev: number; by: string; at: string }
}

export function unitRecord(parent: UnitRecord | null, unit: { id: string; name: string; level: UnitRecord['level']; order: number }): UnitRecord {
  return { _id: unit.id, name: unit.name, level: unit.level, parentId: parent?._id ?? null, path: [...(parent?.path ?? []), unit.id], order: unit.order }
}

export function unitBrief(unit: UnitRecord): UnitBrief {
  return { id: unit._id, name: unit.name, level: unit.level }
}

const units = collection<UnitRecord>('units')

/** With the place that it has in the month (`2026-12`). */
export async function findUnit(unitId: string, month: string): Promise<UnitRecord | null> {
  const unit = await units.find(unitId)
  return unit && placedIn(unit, month)
}

/** As it stands, wherever it is in some month. */
export const findUnitRecord = units.find

/** In whatever month; also those that a decided move will bring. */
export async function everyChildOf(parentId: string): Promise<UnitRecord[]> {
  return [...new Map([...(await units.all({ parentId })), ...(await units.all({ 'next.parentId': parentId }))].map((unit) => [unit._id, unit])).values()]
}

export const addUnitsOnce = (records: readonly UnitRecord[]): Promise<void> => units.addAllOnce(records)

/** Units without one above them. */
export async function rootUnits(): Promise<string[]> {
  return (await units.all({ parentId: null }, 1000, ['parentId'])).map(({ _id }) => _id)
}

/** Units by id, for their names; those that do not exist are absent. */
export const findUnits = units.findMany

export async function childrenOf(unitId: string, month: string): Promise<UnitRecord[]> {
  const [here, coming] = await Promise.all([units.all({ parentId: unitId }), units.all({ 'next.parentId': unitId })])
  const found = new Map([...here, ...coming].map((unit) => [unit._id, placedIn(unit, month)]))
  return [...found.values()].filter((unit) => unit.parentId === unitId).sort(bySiblings)
}

/** The unit as it hangs in one month, and its children as they hang in another: one operation. */
export async function findUnitWithChildren(unitId: string, ofUnit: string, ofChildren: string): Promise<{ unit: UnitRecord; children: UnitRecord[] } | null> {
  const found = await units.list(command.or([{ _id: unitId }, { parentId: unitId }, { 'next.parentId': unitId }]) as unknown as Record<string, unknown>)
  const unit = found.find(({ _id }) => _id === unitId)
  const children = found.map((one) => placedIn(one, ofChildren)).filter((one) => one.parentId === unitId).sort(bySiblings)
  return unit ? { unit: placedIn(unit, ofUnit), children } : null
}

/** The unit and everything below it, parents before children, siblings in the tree's order. */
export async function treeBelow(unit: UnitRecord, month: string): Promise<UnitRecord[]> {
  const below: UnitRecord[] = [unit]
  if (unit.level === 'grid') return below
  const [here, coming] = await Promise.all([units.all({ path: unit._id }), units.all({ 'next.path': unit._id })])
  const placed = [...new Map([...here, ...coming].map((one) => [one._id, placedIn(one, month)])).values()]
  const byParent = new Map<string, UnitRecord[]>()
  for (const one of placed) if (one.parentId !== null) byParent.set(one.parentId, [...(byParent.get(one.parentId) ?? []), one])
  const add = (parentId: string): void => {
    for (const child of (byParent.get(parentId) ?? []).sort(bySiblings)) {
      below.push(child)
      add(child._id)
    }
  }
  add(unit._id)
  return below
}

/** Those that a decided move will bring below this one, as they will hang. */
export async function comingBelow(unitId: string, month: string): Promise<UnitRecord[]> {
  return (await units.all({ 'next.path': unitId })).flatMap((one) => (one.next && one.next.from > month ? [placedIn(one, one.next.from)] : []))
}

/** Has a unit come under this one from another, in these months (both included)? Two operations. */
export async function unitsMovedIn(unitId: string, from: string, to: string): Promise<boolean> {
  const [settled, decided] = await Promise.all([units.all({ path: unitId, before: command.exists(true) }), units.all({ 'next.path': unitId, 'next.from': command.lte(to) })])
  const cameFromElsewhere = settled.some(({ before = [] }) => before.some((place) => place.until > from && place.until <= to && !place.path.includes(unitId)))
  return cameFromElsewhere || decided.some(({ next, path }) => next && next.from > from && !path.includes(unitId))
}

/** Units that hang under none. */
export function roots(): Promise<UnitRecord[]> {
  return units.all({ parentId: null })
}

export function communities(): Promise<UnitRecord[]> {
  return units.list({ level: 'community' }, { orderBy: [['order', 'asc']] })
}

/** Units that have a report of their own, communities first, with the place that they have in the month. */
export async function reportingUnits(month: string): Promise<UnitRecord[]> {
  const levels = ['community', 'street', 'district'] as const
  const found = (await units.all({ level: command.in([...levels]) })).map((unit) => placedIn(unit, month))
  return found.sort((a, b) => levels.indexOf(a.level as (typeof levels)[number]) - levels.indexOf(b.level as (typeof levels)[number]) || (a._id < b._id ? -1 : 1))
}

function bySiblings(one: UnitRecord, other: UnitRecord): number {
  return one.order - other.order || (one._id < other._id ? -1 : 1)
}
