/** What a worker taps while typing in a sign-in sheet, and the records it becomes. Rows that are in already are never asked again. Pure. */
import { lineMost } from '#contract/attendance/walk-in'
import type { SheetNow, SheetRow } from './sheet-queued'

export interface SheetForm {
  /** Are the rows tapped that signed, or those that did not? */
  tap: 'signed' | 'absent'
  /** Person keys. */
  tapped: readonly string[]
  /** Where fewer came than registered, by person key. */
  parties: Readonly<Record<string, number>>
  /** Of the blank rows, by their number. */
  lines: Readonly<Record<number, { people: number; callName: string }>>
  /** 现场共, as typed. */
  room: string
}

export const emptySheet: SheetForm = { tap: 'signed', tapped: [], parties: {}, lines: {}, room: '' }

export type SheetEntry =
  | { what: 'row'; personKey: string; present: number }
  | { what: 'line'; line: number; people: number; callName: string }
  | { what: 'room'; people: number }

/** Will this row be noted as come? */
export function isChosen(row: SheetRow, { tap, tapped }: SheetForm): boolean {
  if (row.present !== null) return false
  // All but the tapped ones: of those who stand on the sheet. Who cancelled or registered since the printing is tapped to be in.
  return tapped.includes(row.personKey) !== (tap === 'absent' && isListed(row))
}

function isListed({ number, cancelled }: SheetRow): boolean {
  return number !== null && !cancelled
}

export function presentOf(row: SheetRow, { parties }: SheetForm): number {
  return parties[row.personKey] ?? row.partySize
}

export function toggled(form: SheetForm, personKey: string): Pick<SheetForm, 'tapped'> {
  const { tapped } = form
  return { tapped: tapped.includes(personKey) ? tapped.filter((one) => one !== personKey) : [...tapped, personKey] }
}

/** In the order of the sheet. */
export function entriesOf({ rows }: Pick<SheetNow, 'rows'>, form: SheetForm): SheetEntry[] {
  const people = roomOf(form)
  return [
    ...rows.filter((row) => isChosen(row, form)).map((row) => ({ what: 'row' as const, personKey: row.personKey, present: presentOf(row, form) })),
    ...Object.entries(form.lines).map(([line, one]) => ({ what: 'line' as const, line: Number(line), ...one })),
    ...(typeof people === 'number' ? [{ what: 'room' as const, people }] : []),
  ]
}

/** The form without what was noted. `absent`: whoever is in now is not asked again anyhow. */
export function noted(form: SheetForm, entry: SheetEntry): SheetForm {
  if (entry.what === 'room') return { ...form, room: '' }
  if (entry.what === 'line') return { ...form, lines: Object.fromEntries(Object.entries(form.lines).filter(([line]) => Number(line) !== entry.line)) }
  return { ...form, tapped: form.tapped.filter((personKey) => personKey !== entry.personKey) }
}

/** null: nothing typed. Words: what is wrong with it. */
export function roomOf({ room }: SheetForm): number | null | { wrong: string } {
  const text = room.trim()
  if (text === '') return null
  if (!/^\d+$/.test(text)) return { wrong: '只填整数，没数过就空着' }
  const people = Number(text)
  return people < 1 ? { wrong: '没有人来就空着' } : people > 100_000 ? { wrong: '最多 100000 人，请核对' } : people
}

/** Numbers as one reads them off: 1 2 3 5-9, with any marks between; or words for what is wrong. */
export function numbersIn(text: string, most: number): number[] | { wrong: string } {
  const found = new Set<number>()
  for (const part of text.normalize('NFKC').replace(/\s*[-—~～至到]\s*/g, '-').split(/[\s,;.、。号]+/).filter((one) => one !== '')) {
    const [, from = '', to = from] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part) ?? []
    if (from === '') return { wrong: `看不懂“${part.slice(0, 12)}”，只填序号，像 1 2 3 5-9` }
    const [first, last] = [Number(from), Number(to)]
    if (first < 1 || last < first || last > most) return { wrong: most === 0 ? '表上还没有序号' : `表上是 1 到 ${most} 号，没有 ${part}` }
    for (let n = first; n <= last; n += 1) found.add(n)
  }
  return [...found]
}

/** The number of a blank row as typed, with 现 or without, or words for what is wrong with it. */
export function lineOf(text: string, form: SheetForm): number | { wrong: string } {
  const digits = text.normalize('NFKC').replace(/^\s*现?\s*|\s+$/g, '')
  if (!/^\d+$/.test(digits)) return { wrong: '填表上这一行的号，像 3' }
  const line = Number(digits)
  if (line < 1 || line > lineMost) return { wrong: `表上的号是 1 到 ${lineMost}` }
  return form.lines[line] === undefined ? line : { wrong: `${line} 号刚才加过了，要改先去掉` }
}

/** The next blank row that nothing was typed in of. */
export function nextLine(lines: readonly { line: number }[], form: SheetForm): number {
  const taken = new Set([...lines.map(({ line }) => line), ...Object.keys(form.lines).map(Number)])
  let line = 1
  while (taken.has(line)) line += 1
  return line
}

/** 8 行 12 人，空白行 2 人，现场共 43 人; null: nothing is chosen. */
export function sentenceOf(entries: readonly SheetEntry[]): string | null {
  const rows = entries.flatMap((one) => (one.what === 'row' ? [one.present] : []))
  const lines = entries.flatMap((one) => (one.what === 'line' ? [one.people] : []))
  const room = entries.find((one) => one.what === 'room')
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const parts = [
    ...(rows.length > 0 ? [`${rows.length} 行签到，共 ${sum(rows)} 人`] : []),
    ...(lines.length > 0 ? [`没报名的 ${sum(lines)} 人`] : []),
    ...(room ? [`现场共 ${room.people} 人`] : []),
  ]
  return parts.length > 0 ? parts.join('；') : null
}
