/**
 * 引用数 beside what was counted: their own sum with its own mark, never added to it. Where the same thing also stands in records they say
 * nothing of their own until somebody has said that they are others. Pure.
 */
import { softnessOfSum, type Figure } from '../../../../contract/totals/figure'
import type { Softness } from '../../../../contract/values'
import type { Overlap } from '../../../../contract/work/imported'
import type { SourceKind } from '../../../../contract/work/source-kind'
import { figureCatalogue } from '../figure-catalogue'
import { monthsOf, type Months } from './period'

/** One as it counts now; withdrawn ones are none. */
export interface ImportedLine {
  _id: string
  unitId: string
  path: readonly string[]
  indicator: string
  period: string
  /** Of the figure's unit; money: 分. */
  hundredths: number
  softness: Softness
  source: { kind: SourceKind; name: string }
  overlap: Overlap | null
  hasFile: boolean
}

export type ImportedSum = NonNullable<Figure['imported']>

/** In what figures are kept in: their unit, money in 分. */
export function valueOf(hundredths: number, money?: boolean): number {
  return money ? hundredths : hundredths / 100
}

/** Those whose whole period lies within these months. */
export function importedWithin<L extends Pick<ImportedLine, 'period'>>(lines: readonly L[], { from, to }: Months): L[] {
  return lines.filter(({ period }) => monthsOf(period).from >= from && monthsOf(period).to <= to)
}

export type ImportedParts = ReadonlyMap<string, readonly ImportedLine[]>

/** Figure by figure what stands beside it. `isRecorded`: are there facts of that name in the unit that the line is of? Where nobody has said what the two have to do with each other, the facts stand alone. */
export function importedParts(lines: readonly ImportedLine[], isRecorded: (name: string, line: ImportedLine) => boolean): ImportedParts {
  return new Map(lines.length === 0 ? [] : figureCatalogue.flatMap(({ name }) => {
    const parts = lines.filter((line) => line.indicator === name && line.overlap !== 'same' && (line.overlap === 'apart' || !isRecorded(name, line)))
    return parts.length === 0 ? [] : [[name, parts] as const]
  }))
}

/** Of one figure. */
export function sumOfImported(name: string, parts: readonly ImportedLine[]): ImportedSum {
  const money = figureCatalogue.find((figure) => figure.name === name)?.money
  return {
    value: valueOf(parts.reduce((sum, { hundredths }) => sum + hundredths, 0), money),
    softness: softnessOfSum(parts.map(({ softness }) => softness)),
    kinds: (['system', 'office', 'paper'] as const).filter((kind) => parts.some(({ source }) => source.kind === kind)),
  }
}

/** The figures with what was brought over beside them, in the order of reports; a figure that has nothing else stands there by it alone. */
export function withImported(figures: readonly Figure[], brought: ImportedParts): Figure[] {
  if (brought.size === 0) return [...figures]
  const known = new Map(figures.map((figure) => [figure.name, figure]))
  return figureCatalogue.flatMap(({ counts: _counts, ...named }) => {
    const figure = known.get(named.name)
    const parts = brought.get(named.name)
    if (!parts) return figure ?? []
    return [{ ...(figure ?? { ...named, value: null, softness: 'exact' as const, uncounted: 0, previous: null }), imported: sumOfImported(named.name, parts) }]
  })
}
