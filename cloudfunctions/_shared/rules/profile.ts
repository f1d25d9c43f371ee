/** What of a profile is shown: under 10 people are 不足10, also in what is computed from them, and a percentage comes from two numbers alone. Pure. */
import type { ProfileLine, ShownValue, TypedValue } from '../../../contract/units/profile'
import { countsPeople, standardLines } from '../../../contract/units/profile-lines'

export interface LineVersion { recordId: string; value: TypedValue; asOf: string; withdrawn: boolean; by: string; at: string }
/** `unit`: of a number. */
export interface Line { id: string; name: string; unit: string | null; versions: LineVersion[] }

type Named = Pick<Line, 'name' | 'unit'>

const few = 10 * 100

export function currentOf(line: Line): LineVersion | null {
  const last = line.versions.at(-1)
  return last && !last.withdrawn ? last : null
}

/** Those that stand, standard ones first, in their order. */
export function shownLines(lines: readonly Line[]): ProfileLine[] {
  const orderOf = (id: string) => { const at = standardLines.findIndex((one) => one.id === id); return at < 0 ? standardLines.length : at }
  return lines.flatMap((line, index) => ({ line, index })).sort((a, b) => orderOf(a.line.id) - orderOf(b.line.id) || a.index - b.index).flatMap(({ line }) => {
    const current = currentOf(line)
    if (!current) return []
    return [{
      id: line.id, name: line.name, unit: line.unit, own: !standardLines.some(({ id }) => id === line.id),
      value: shown(current.value, line, lines), asOf: asOfOf(current, lines), rev: line.versions.length,
      history: line.versions.slice(0, -1).filter(({ withdrawn }) => !withdrawn).map(({ value, asOf, at }) => ({ value: shown(value, line, lines), asOf, at })).reverse(),
    }]
  })
}

function shown(value: TypedValue, of: Named, lines: readonly Line[]): ShownValue {
  if (value.kind === 'number') return isFew(value.hundredths, of) ? { kind: 'number', hundredths: null, few: true } : { kind: 'number', hundredths: value.hundredths, few: false }
  return value.kind === 'percent' ? percent(value, lines) : value
}

function percent({ part, whole }: Extract<TypedValue, { kind: 'percent' }>, lines: readonly Line[]): ShownValue {
  const [of, all] = [numberOf(part, lines), numberOf(whole, lines)]
  const cannot = (why: 'missing' | 'few' | 'part-over-whole'): ShownValue => ({ kind: 'percent', part, whole, hundredths: null, why })
  if (!of || !all || all.hundredths === 0) return cannot('missing')
  if (of.hundredths > all.hundredths) return cannot('part-over-whole')
  // What is left of the whole is a cell, too.
  if (isFew(of.hundredths, of) || isFew(all.hundredths, all) || isFew(all.hundredths - of.hundredths, all)) return cannot('few')
  return { kind: 'percent', part, whole, hundredths: Math.round((of.hundredths / all.hundredths) * 10_000), why: null }
}

function numberOf(id: string, lines: readonly Line[]): (Named & { hundredths: number; asOf: string }) | null {
  const line = lines.find((one) => one.id === id)
  const current = line && currentOf(line)
  return line && current?.value.kind === 'number' ? { hundredths: current.value.hundredths, name: line.name, unit: line.unit, asOf: current.asOf } : null
}

/** A percentage is as old as the older of its two. */
function asOfOf({ value, asOf }: LineVersion, lines: readonly Line[]): string {
  if (value.kind !== 'percent') return asOf
  const days = [numberOf(value.part, lines)?.asOf, numberOf(value.whole, lines)?.asOf].filter((day) => day !== undefined).sort()
  return days[0] ?? asOf
}

function isFew(hundredths: number, { name, unit }: Named): boolean {
  return unit !== null && countsPeople({ name, unit }) && hundredths < few
}
