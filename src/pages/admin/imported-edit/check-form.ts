/** What was typed, as the server takes it, or what is to be mended, field by field. Pure. */
import type { Importable, importFigure } from '#contract/work/imported'
import type { Sent } from '../../../stores/call'
import type { ImportedForm } from '../../../stores/imported'
import { isYear, periodOf, typedNumber } from '../imported/periods'
import { words } from './wording'

export type Field = 'indicator' | 'year' | 'number' | 'from' | 'reason'
type Said = Omit<Sent<typeof importFigure>, 'recordId' | 'file'>

interface Of { unitId: string; choice: Importable | null; /** 0: another one. */ rev: number; thisYear: number; overlap: 'apart' | 'same' | null }

export function checkImported(form: ImportedForm, { unitId, choice, rev, thisYear, overlap }: Of): { ok: true; said: Said } | { ok: false; errors: Partial<Record<Field, string>> } {
  const hundredths = typedNumber(form.number)
  const errors: Partial<Record<Field, string>> = {
    ...(choice === null && { indicator: words.indicatorMissing }),
    ...(!isYear(form.year, thisYear) && { year: words.yearWrong }),
    ...(hundredths === null && { number: words.numberWrong }),
    ...(form.from.trim() === '' && { from: words.fromMissing }),
    ...(rev > 0 && form.reason.trim() === '' && { reason: words.reasonMissing }),
  }
  if (choice === null || hundredths === null || Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    said: {
      unitId, indicator: choice.name, period: periodOf(form, choice.open === true), rev, hundredths, softness: form.softness, source: { kind: form.kind, name: form.from.trim() },
      ...(overlap !== null && { overlap }), ...(rev > 0 && { reason: form.reason.trim() }),
    },
  }
}
