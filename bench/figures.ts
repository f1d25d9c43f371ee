/** A measured figure: its runs, their median and spread, and the target it has to reach, if there is one. */
export type Target = ({ atLeast: number } | { below: number }) & { source: string }

export interface Figure {
  name: string
  unit: string
  runs: number[]
  median: number
  min: number
  max: number
  target: Target | null
}

/** A bench is a folder beside this file with `bench.ts` in it, exporting this as `bench`: its parts by name, run in this order. */
export type Bench = Record<string, () => Promise<Figure[]>>

export const RUNS = 5

export function figure(name: string, unit: string, runs: number[], target: Target | null = null): Figure {
  const sorted = [...runs].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? Number.NaN
  const half = Math.floor(sorted.length / 2)
  return { name, unit, runs, median: sorted.length % 2 ? at(half) : (at(half - 1) + at(half)) / 2, min: at(0), max: at(sorted.length - 1), target }
}

export async function runs(measure: (run: number) => Promise<number>): Promise<number[]> {
  const measured: number[] = []
  for (let run = 1; run <= RUNS; run += 1) measured.push(await measure(run))
  return measured
}

/** NaN misses every target. */
export function isMissed({ median, target }: Figure): boolean {
  return target !== null && !('atLeast' in target ? median >= target.atLeast : median < target.below)
}

/** Numbers first, because names are of any width. */
export function table(figures: Figure[]): string {
  const rows = figures.map((one) => [
    one.target === null ? ' ' : isMissed(one) ? '✗' : '✓', shown(one.median), `(${shown(one.min)}–${shown(one.max)})`, one.target ? wanted(one.target) : '', one.unit, one.name,
  ])
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map(([mark, median = '', spread = '', target = '', unit = '', name]) =>
    [mark, median.padStart(width(1)), spread.padEnd(width(2)), target.padEnd(width(3)), unit.padEnd(width(4)), name].join('  ')).join('\n')
}

export function missed(one: Figure): string {
  return `没有达到目标：${one.name} 的中位数是 ${shown(one.median)} ${one.unit}，应当 ${one.target ? `${wanted(one.target)}（${one.target.source}）` : ''}`
}

function wanted(target: Target): string {
  return 'atLeast' in target ? `≥ ${target.atLeast}` : `< ${target.below}`
}

function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(3)
}
