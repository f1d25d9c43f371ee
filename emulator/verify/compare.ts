/** A file held against what the ledger would print: every number that is another one, by name, and every sentence whose words were changed. Pure. */
import type { Piece } from './read-file'

/** What stands behind the numbers of a paragraph, by its whole text. */
export type Names = ReadonlyMap<string, readonly { at: number; end: number; zh: string }[]>
interface Compared { figures: number; troubles: string[] }

const number = /\d+(?:\.\d+)?/g
/** What is compared by itself: the hash. */
const hash = /[0-9a-f]{64}/g

export function compare(file: readonly Piece[], ledger: readonly Piece[], names: Names = new Map()): Compared {
  const troubles: string[] = []
  let figures = 0
  for (const [is, was] of pairs(file.map(withoutHash), ledger.map(withoutHash))) {
    figures += was?.cells.join(' ').match(number)?.length ?? 0
    if (!is) troubles.push(`少了${was!.where}：${short(was!)}`)
    else if (!was) troubles.push(`多了${is.where}：${short(is)}`)
    else for (let cell = 0; cell < Math.max(is.cells.length, was.cells.length); cell += 1) troubles.push(...differences(is, was, cell, names))
  }
  return { figures, troubles }
}

function differences(is: Piece, was: Piece, cell: number, names: Names): string[] {
  const [now = '', then = ''] = [is.cells[cell], was.cells[cell]]
  if (now === then) return []
  const where = was.head ? `${was.where}「${nameOf(was)}」一行「${was.head[cell] ?? ''}」` : `${is.where}「${then.slice(0, 12)}」`
  const [numbersNow, numbersThen] = [now, then].map((text) => [...text.matchAll(number)]) as [RegExpMatchArray[], RegExpMatchArray[]]
  const isOnlyNumbers = now.replace(number, '#') === then.replace(number, '#')
  const changed = numbersThen.flatMap((was, index) => {
    const is = numbersNow[index]?.[0]
    if (is === was[0] || (!isOnlyNumbers && numbersNow.length !== numbersThen.length)) return []
    const zh = names.get(then)?.find(({ at, end }) => was.index! >= at && was.index! < end)?.zh
    return [`${where}${zh ? `的${zh}` : ''}：文件里是 ${is ?? '空的'}，账上是 ${was[0]}`]
  })
  return isOnlyNumbers || changed.length > 0 ? changed : [`${where}：文件里是“${now.slice(0, 40)}”，账上是“${then.slice(0, 40)}”`]
}

/** By what they say without their numbers, in order; what stands in the same gap on both sides is taken for the same. */
function pairs(file: readonly Piece[], ledger: readonly Piece[]): [Piece | null, Piece | null][] {
  const bones = (piece: Piece) => `${piece.head ? 'row' : 'paragraph'} ${piece.cells.join('|').replace(number, '#')}`
  const [a, b] = [file.map(bones), ledger.map(bones)]
  // Length of the longest common part from each place on.
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) for (let j = b.length - 1; j >= 0; j -= 1) common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const found: [Piece | null, Piece | null][] = []
  let gap: { file: Piece[]; ledger: Piece[] } = { file: [], ledger: [] }
  const close = () => {
    for (let n = 0; n < Math.max(gap.file.length, gap.ledger.length); n += 1) found.push([gap.file[n] ?? null, gap.ledger[n] ?? null])
    gap = { file: [], ledger: [] }
  }
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) { close(); found.push([file[i++]!, ledger[j++]!]) }
    else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) gap.file.push(file[i++]!)
    else gap.ledger.push(ledger[j++]!)
  }
  close()
  return found
}

function withoutHash(piece: Piece): Piece {
  return { ...piece, cells: piece.cells.map((cell) => cell.replace(hash, '〈校验码〉')) }
}

/** The words that a row begins with; a sheet's first column is often a class. */
function nameOf({ where, cells }: Piece): string {
  return cells.filter((cell) => /[^\d.]/.test(cell)).slice(0, where.startsWith('工作表') ? 2 : 1).join(' ')
}

const short = ({ cells }: Piece) => cells.join('，').slice(0, 40)
