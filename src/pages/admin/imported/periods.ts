/** Periods and figures that were brought over, in words; and typed ones as the server takes them. Pure. */
import type { Importable, ImportedView } from '#contract/work/imported'
import type { Softness } from '#contract/values'
import type { ImportedForm } from '../../../stores/imported'
import { monthTitle } from '../figures/months'

/** 2026年10月, 2026年第四季度, 2026年, 2025年12月31日. */
export function periodWords(period: string): string {
  const year = `${period.slice(0, 4)}年`
  if (period.length === 4) return year
  if (period.length === 10) return `${year}12月31日`
  return period[5] === 'Q' ? `${year}第${'一二三四'[Number(period[6]) - 1]}季度` : monthTitle(period)
}

export function periodOf(form: Pick<ImportedForm, 'shape' | 'year' | 'part'>, open: boolean): string {
  const { shape, year, part } = form
  if (open) return `${year}-12-31`
  if (shape === 'year') return year
  return shape === 'quarter' ? `${year}-Q${Math.min(part, 4)}` : `${year}-${String(part).padStart(2, '0')}`
}

const softWords: Record<Exclude<Softness, 'exact'>, (number: string) => string> = {
  over: (number) => `${number}余`, many: (number) => `${number}多`, near: (number) => `近${number}`, about: (number) => `约${number}`, thousand: () => '上千',
}

/** 12余, 1200.50: without its unit. */
export function numberWords({ hundredths, softness }: Pick<ImportedView, 'hundredths' | 'softness'>): string {
  const number = plainNumber(hundredths)
  return softness === 'exact' ? number : softWords[softness](number)
}

/** As one types it: 12, 12.5. */
export function plainNumber(hundredths: number): string {
  return hundredths % 100 === 0 ? String(hundredths / 100) : (hundredths / 100).toFixed(2).replace(/0$/, '')
}

/** Hundredths; null: that is no number with two decimals at most. */
export function typedNumber(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[,\s]/g, '')
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(text)) return null
  const [whole = '0', part = ''] = text.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/** Which year is a year that there may be figures of. */
export function isYear(typed: string, thisYear: number): boolean {
  return /^\d{4}$/.test(typed) && Number(typed) >= 1950 && Number(typed) <= thisYear
}

/** By name, for finding one among eighty: all whose name has the letters. */
export function found(choices: readonly Importable[], words: string): Importable[] {
  const wanted = words.trim()
  return wanted === '' ? [...choices] : choices.filter(({ zh }) => zh.includes(wanted))
}
