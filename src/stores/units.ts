/** The tree of units below the one in scope, and what an admin does to it. */
import { addUnit } from '#contract/units/add'
import { moveUnit } from '#contract/units/move'
import { renameUnit } from '#contract/units/rename'
import { unitTemplate } from '#contract/units/template'
import { unitTree, type TreeUnit } from '#contract/units/tree'
import type { Answer } from '#contract/call'
import type { UnitBrief } from '#contract/values'
import { call } from './call'
import { mayHaveArrived } from './failure-words'
import { fetchStore } from './fetched'
import { onForget } from './forgettable'
import { useMe } from './people'
import { newRecordId } from './record'

export const useUnitTree = fetchStore(unitTree)

const levels = ['district', 'street', 'community', 'grid'] as const

/** The only level that may hang below this one. */
export function levelBelow(level: UnitBrief['level']): UnitBrief['level'] | null {
  return levels[levels.indexOf(level) + 1] ?? null
}

/** What was asked for by name below a parent, by its record id: a lost answer never makes two units of one. */
const wishes = new Map<string, string>()
onForget(() => wishes.clear())

export async function addBelow(parent: UnitBrief, name: string): Promise<Answer<typeof addUnit>> {
  const level = levelBelow(parent.level)
  if (level === null) return { ok: false, failure: 'level-does-not-fit' }
  const wish = `${parent.id} ${name.trim()}`
  const recordId = wishes.get(wish) ?? newRecordId()
  wishes.set(wish, recordId)
  const answer = await call(addUnit, { recordId, parentId: parent.id, name, level })
  if (!answer.ok && mayHaveArrived(answer)) return answer
  wishes.delete(wish)
  if (answer.ok) await treeChanged()
  return answer
}

export async function rename({ id, name: was }: UnitBrief, name: string): Promise<Answer<typeof renameUnit>> {
  const answer = await call(renameUnit, { unitId: id, name, was })
  if (answer.ok) await treeChanged()
  return answer
}

/** `from`: a month to come. */
export async function move(unitId: string, toParentId: string, from: string): Promise<Answer<typeof moveUnit>> {
  const answer = await call(moveUnit, { unitId, toParentId, from })
  if (answer.ok) await useUnitTree.getState().reload()
  return answer
}

export async function takeMoveBack({ id, parentId, moves }: TreeUnit): Promise<Answer<typeof moveUnit>> {
  if (parentId === null || moves === null) return { ok: false, failure: 'only-grids-move' }
  return move(id, parentId, moves.from)
}

/** Its address expires after 10 minutes, so it is asked for each time. */
export const makeTemplate = () => call(unitTemplate, {})

/** Names of units stand in 我能管的 too. */
export async function treeChanged(): Promise<void> {
  await Promise.all([useUnitTree.getState().reload(), useMe.getState().load({})])
}
