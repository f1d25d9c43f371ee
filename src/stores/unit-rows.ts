/** Rows of the tree as it stands open: of 5,000 units those are made that can be seen, and no more. Pure. */
import type { TreeUnit } from '#contract/units/tree'

export interface UnitRow {
  unit: TreeUnit
  /** 0: directly below the unit in scope. */
  depth: number
  /** How many hang directly below. */
  below: number
  open: boolean
}

/** `units`: the unit in scope first, parents before children. Its children always stand there; theirs when they are open. */
export function rowsOf(units: readonly TreeUnit[], open: ReadonlySet<string>): UnitRow[] {
  const [top] = units
  if (!top) return []
  const children = byParent(units)
  const below = (parentId: string, depth: number): UnitRow[] =>
    (children.get(parentId) ?? []).flatMap((unit) => {
      const row = { unit, depth, below: children.get(unit.id)?.length ?? 0, open: open.has(unit.id) }
      return row.open ? [row, ...below(unit.id, depth + 1)] : [row]
    })
  return below(top.id, 0)
}

/** A unit directly below the one in scope, with what stands open under it. */
export type Branch = [UnitRow, ...UnitRow[]]

export function branchesOf(rows: readonly UnitRow[]): Branch[] {
  const branches: Branch[] = []
  for (const row of rows) {
    const last = branches.at(-1)
    if (last && row.depth > 0) last.push(row)
    else branches.push([row])
  }
  return branches
}

export interface Found { unit: TreeUnit; above: string }

/** Units whose name has the words in it, each with the name of the one above. */
export function found(units: readonly TreeUnit[], words: string, most: number): { hits: Found[]; more: boolean } {
  const wanted = plain(words)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const hits: Found[] = []
  for (const unit of units) {
    if (!plain(unit.name).includes(wanted)) continue
    if (hits.length === most) return { hits, more: true }
    hits.push({ unit, above: names.get(unit.parentId ?? '') ?? '' })
  }
  return { hits, more: false }
}

function byParent(units: readonly TreeUnit[]): Map<string, TreeUnit[]> {
  const children = new Map<string, TreeUnit[]>()
  for (const unit of units) {
    if (unit.parentId === null) continue
    const siblings = children.get(unit.parentId)
    if (siblings) siblings.push(unit)
    else children.set(unit.parentId, [unit])
  }
  return children
}

/** Full and half width are one, as the server compares names. */
function plain(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}
