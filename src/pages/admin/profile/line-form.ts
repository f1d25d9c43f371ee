/** A line as it is typed, shown and sent. Pure. */
import type { ProfileLine, setProfileLine, ShownValue, TypedValue } from '#contract/units/profile'
import type { LineKind, StandardLine } from '#contract/units/profile-lines'
import type { Sent } from '../../../stores/call'
import { plainNumber, typedNumber } from '../imported/periods'
import { words } from './wording'

export interface LineForm { name: string; unit: string; kind: LineKind; number: string; on: string; text: string; items: string; part: string; whole: string; asOf: string }
/** Which line is written: one that stands, a standard one, or one of our own by its id. */
export type Of = { line: ProfileLine } | { standard: StandardLine } | { ownId: string }

export function formOf(of: Of, today: string): LineForm {
  const empty = { name: '', unit: '', kind: 'number' as LineKind, number: '', on: today, text: '', items: '', part: '', whole: '', asOf: today }
  if ('ownId' in of) return empty
  if ('standard' in of) return { ...empty, name: of.standard.name, unit: of.standard.unit ?? '', kind: of.standard.kind, part: of.standard.of?.part ?? '', whole: of.standard.of?.whole ?? '' }
  const { name, unit, value } = of.line
  return {
    ...empty, name, unit: unit ?? '', kind: value.kind, number: value.kind === 'number' && value.hundredths !== null ? plainNumber(value.hundredths) : '', on: value.kind === 'date' ? value.on : today,
    text: value.kind === 'text' ? value.text : '', items: value.kind === 'list' ? value.items.join('\n') : '', part: value.kind === 'percent' ? value.part : '', whole: value.kind === 'percent' ? value.whole : '',
  }
}

/** What stands in the line, in words: 3200 人, 25%, 2003年6月1日. Null: nothing that could be said. */
export function shownWords(value: ShownValue, unit: string | null): string {
  if (value.kind === 'number') return value.few ? `${words.few} ${unit ?? ''}` : `${plainNumber(value.hundredths ?? 0)} ${unit ?? ''}`.trim()
  if (value.kind === 'percent') return value.hundredths === null ? words.why[value.why ?? 'missing'] : `${plainNumber(value.hundredths)}%`
  if (value.kind === 'date') return dayInFull(value.on)
  return value.kind === 'text' ? value.text : value.items.join('、')
}

export function dayInFull(day: string): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

export function checkLine(form: LineForm, of: Of, unitId: string): { ok: true; said: Omit<Sent<typeof setProfileLine>, 'recordId'> } | { ok: false; wrong: string } {
  const value = valueOf(form)
  if (typeof value === 'string') return { ok: false, wrong: value }
  const isOwn = 'ownId' in of || ('line' in of && of.line.own)
  const name = form.name.trim()
  const unit = form.unit.trim()
  if (isOwn && name === '') return { ok: false, wrong: words.nameMissing }
  const lineId = 'ownId' in of ? of.ownId : 'standard' in of ? of.standard.id : of.line.id
  return { ok: true, said: { unitId, lineId, rev: 'line' in of ? of.line.rev : 0, value, asOf: form.asOf, ...(isOwn && { own: { name, ...(unit !== '' && { unit }) } }) } }
}

function valueOf({ kind, number, on, text, items, part, whole }: LineForm): TypedValue | string {
  if (kind === 'number') {
    const hundredths = typedNumber(number)
    return hundredths === null ? words.numberWrong : { kind, hundredths }
  }
  if (kind === 'date') return { kind, on }
  if (kind === 'text') return text.trim() === '' ? words.textMissing : { kind, text: text.trim() }
  if (kind === 'percent') return part === '' || whole === '' || part === whole ? words.percentMissing : { kind, part, whole }
  const all = items.split(/\n|、/).map((one) => one.trim()).filter((one) => one !== '')
  if (all.length === 0) return words.listMissing
  return all.length > 20 || all.some((one) => one.length > 40) ? words.listWrong : { kind, items: all }
}
