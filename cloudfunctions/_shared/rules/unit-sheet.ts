/**
 * What a sheet of units asks for: each row names one unit by its path in the columns 区县 · 街道 · 社区 · 网格. Units above it need no
 * row of their own. Every mistake is told by row and column; with one mistake nothing is to be imported. Pure.
 */
import { isSameName, mostChildren } from './unit-tree'

export const sheetHeading = ['区县', '街道（乡镇）', '社区（村）', '网格'] as const
const levels = ['district', 'street', 'community', 'grid'] as const
const columns = ['A', 'B', 'C', 'D'] as const
const nameMax = 30

type Level = (typeof levels)[number]
export interface SheetTrouble { row: number; column: string | null; says: string }
export interface KnownUnit { _id: string; name: string; level: Level; parentId: string | null; order: number }
/** `parent`: index among the new ones, or the id of one that is there. */
export interface NewUnit { parent: number | string; name: string; level: Level; order: number }

interface Row { row: number; cells: ReadonlyMap<string, string> }
/** `under`: names of the units above and of the one below which is imported, by level. */
interface Asked { rows: readonly Row[]; under: { unit: KnownUnit; above: ReadonlyMap<Level, string> }; known: readonly KnownUnit[] }

export function unitsAsked({ rows, under, known }: Asked): { troubles: SheetTrouble[]; added: NewUnit[]; known: number } {
  const troubles: SheetTrouble[] = []
  const say = (row: number, column: string | null, says: string) => void troubles.push({ row, column, says })
  const added: NewUnit[] = []
  const seen = new Map<string, number>()
  const found = new Set<string>()
  /** Every place that is taken: by a unit that is there (its id) or by a new one (its index). */
  const places = new Map<string, number | string>(known.flatMap((unit) => (unit.parentId === null ? [] : [[placeOf(unit.parentId, unit.name), unit._id] as const])))
  const lastOrder = new Map<number | string, number>()
  for (const { parentId, order } of known) if (parentId !== null) lastOrder.set(parentId, Math.max(order, lastOrder.get(parentId) ?? 0))
  const [heading, ...lines] = rows
  const wrongHeading = columns.findIndex((column, i) => !isSameName((heading?.cells.get(column) ?? '').replace(/[（(].*/, ''), (sheetHeading[i] ?? '').replace(/（.*/, '')))
  if (wrongHeading >= 0) {
    say(heading?.row ?? 1, columns[wrongHeading] ?? null, `第一行应是标题：${sheetHeading.join('、')}。请用模板填写`)
    return { troubles, added, known: 0 }
  }
  const depth = levels.indexOf(under.unit.level)

  for (const { row, cells } of lines) {
    const names = columns.map((column) => cells.get(column) ?? '')
    const last = names.reduce((at, name, i) => (name === '' ? at : i), -1)
    const wrong = names.findIndex((name, i) => (name.length > nameMax || /\p{Cc}/u.test(name)) && i <= last)
    if ([...cells.keys()].some((column) => !(columns as readonly string[]).includes(column))) { say(row, [...cells.keys()].find((column) => !(columns as readonly string[]).includes(column)) ?? null, '这一列不在模板里，请删掉'); continue }
    if (wrong >= 0) { say(row, columns[wrong] ?? null, `名称最多 ${nameMax} 个字，不能换行`); continue }
    const foreign = names.findIndex((name, i) => i <= depth && name !== '' && !isSameName(name, i === depth ? under.unit.name : under.above.get(levels[i]!) ?? ''))
    if (foreign >= 0) { say(row, columns[foreign] ?? null, `“${names[foreign]}”不在${under.unit.name}里，请留空或改成上级的名称`); continue }
    if (last <= depth) { say(row, null, `这一行没有填${under.unit.name}下面的单位`); continue }
    const gap = names.findIndex((name, i) => i > depth && i < last && name === '')
    if (gap >= 0) { say(row, columns[gap] ?? null, `${sheetHeading[gap]}空着，请填上“${names[last]}”的上级`); continue }
    const path = names.slice(depth + 1, last + 1)
    const key = path.map((name) => name.normalize('NFKC')).join('\n')
    const earlier = seen.get(key)
    if (earlier !== undefined) { say(row, columns[last] ?? null, `和第 ${earlier} 行重复`); continue }
    seen.set(key, row)

    let parent: number | string = under.unit._id
    for (const [i, name] of path.entries()) {
      const place: string = placeOf(parent, name)
      const there: number | string | undefined = places.get(place)
      if (there !== undefined) {
        if (typeof there === 'string') found.add(there)
        parent = there
        continue
      }
      const order: number = 1 + (lastOrder.get(parent) ?? 0)
      if (order > mostChildren) { say(row, columns[depth + 1 + i] ?? null, `一个单位下面最多 ${mostChildren} 个`); break }
      lastOrder.set(parent, order)
      added.push({ parent, name, level: levels[depth + 1 + i]!, order })
      parent = added.length - 1
      places.set(place, parent)
    }
  }
  if (lines.length === 0) say(2, null, '表里还没有填单位')
  return { troubles, added, known: found.size }
}

function placeOf(parent: number | string, name: string): string {
  return `${typeof parent} ${parent}\n${name.normalize('NFKC').trim()}`
}
