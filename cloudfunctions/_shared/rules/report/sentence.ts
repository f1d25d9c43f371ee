/** Words and tokens joined into runs: whoever writes sentences never touches a number. Pure. */
import type { Run } from '../../../../contract/reports/report'

export type Piece = string | Run | readonly Piece[] | null

/** null pieces say nothing; neighbouring words become one run. */
export function runs(...pieces: readonly Piece[]): Run[] {
  const joined: Run[] = []
  for (const run of pieces.flatMap(flat)) {
    const last = joined[joined.length - 1]
    if ('text' in run && last && 'text' in last) joined[joined.length - 1] = { text: last.text + run.text }
    else joined.push(run)
  }
  return joined.filter((run) => !('text' in run) || run.text !== '')
}

/** Pieces with a mark between them. */
export function joined(pieces: readonly Piece[], mark: string): Piece[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [mark, piece]))
}

/** 座谈会、讲座和走访 */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}和${words[words.length - 1]}`
}

export function unique<T>(all: readonly T[]): T[] {
  return [...new Set(all)]
}

function flat(piece: Piece): Run[] {
  if (piece === null) return []
  if (typeof piece === 'string') return [{ text: piece }]
  return 'text' in piece || 'figure' in piece ? [piece] : piece.flatMap(flat)
}
