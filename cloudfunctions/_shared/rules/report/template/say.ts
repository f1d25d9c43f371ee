/** A sentence with its gaps filled: the first alternative that can be said, or nothing. Pure. */
import type { Piece } from '../sentence'
import type { Alternatives, Part } from './grammar'

export type Fillings<Gap extends string> = { readonly [G in Gap]?: Piece }

export function said(alternatives: Alternatives, fillings: Readonly<Record<string, Piece | undefined>>): Piece {
  for (const sentence of alternatives) if (canBeSaid(sentence, fillings)) return wordsOf(sentence, fillings)
  return null
}

type Filled = Readonly<Record<string, Piece | undefined>>

function canBeSaid(sentence: readonly Part[], filled: Filled): boolean {
  return sentence.every((part) => ('gap' in part ? isThere(filled[part.gap]) : 'when' in part ? isThere(filled[part.when]) !== part.not : true))
}

function wordsOf(sentence: readonly Part[], filled: Filled): Piece {
  return sentence.map((part): Piece => {
    if ('words' in part) return part.words
    if ('gap' in part) return filled[part.gap] ?? null
    if ('maybe' in part) return canBeSaid(part.maybe, filled) ? wordsOf(part.maybe, filled) : null
    return null
  })
}

function isThere(piece: Piece | undefined): boolean {
  if (piece === undefined || piece === null || piece === '') return false
  return !Array.isArray(piece) || piece.some(isThere)
}
