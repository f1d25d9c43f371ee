/** Small months made by hand for tests of the rules: plain records, as the collections hold them. */
import type { EventKind } from '#contract/events/kinds'
import type { Softness } from '#contract/values'
import type { IndicatorName } from '#contract/work/indicators'
import type { EventFacts, Facts, SessionFacts } from '../../cloudfunctions/_shared/rules/held-sessions'

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

export interface Came { /** Checked in, one key each, with how many came along. */ people?: Record<string, number>; walkIns?: number; headcount?: number; softness?: Softness }

export class Months implements Mutable<Facts> {
  events: EventFacts[] = []
  attendance: Facts['attendance'][number][] = []
  walkIns: Facts['walkIns'][number][] = []
  headcounts: Facts['headcounts'][number][] = []
  entries: Facts['entries'][number][] = []
  constructor(readonly path: readonly string[] = ['hewan', 'yuyin']) {}

  /** One event with a session on each day, 19:00 Shanghai. */
  event(kind: EventKind, title: string, days: readonly string[], more: Partial<EventFacts> & { held?: boolean; id?: string } = {}): string {
    const { held = false, id, ...rest } = more
    const _id = id ?? `e${this.events.length + 1}${this.path[this.path.length - 1]}`
    const sessions: SessionFacts[] = days.map((on, index) => ({ id: `${_id}-s${index + 1}`, startsAt: `${on}T11:00:00.000Z`, on, month: on.slice(0, 7), held }))
    this.events.push({ _id, kind, title, placeName: '社区活动室', path: this.path, countOnly: false, status: 'published', organisers: [], sessions, ...rest })
    return _id
  }

  came(sessionId: string, { people = {}, walkIns, headcount, softness = 'exact' }: Came): this {
    const at = '2017-09-30T12:00:00.000Z'
    const fact = { sessionId, path: this.path }
    for (const [personKey, present] of Object.entries(people)) this.attendance.push({ ...fact, personKey, marks: { m: { present, at } }, undone: {} })
    if (walkIns !== undefined) this.walkIns.push({ ...fact, recordId: `w${this.walkIns.length}`, people: walkIns, at, undone: null })
    if (headcount !== undefined) this.headcounts.push({ ...fact, recordId: `h${this.headcounts.length}`, people: headcount, softness, area: null, at, undone: null })
    return this
  }

  entry(indicator: IndicatorName, quantity: number | null, on: string, more: Partial<Facts['entries'][number]> = {}): this {
    this.entries.push({ _id: `w${this.entries.length + 1}${this.path[this.path.length - 1]}`, indicator, quantity, softness: 'exact', on, month: on.slice(0, 7), path: this.path, withdrawn: false, ...more })
    return this
  }
}

export function together(...months: readonly Facts[]): Facts {
  return {
    events: months.flatMap((one) => one.events), attendance: months.flatMap((one) => one.attendance), walkIns: months.flatMap((one) => one.walkIns),
    headcounts: months.flatMap((one) => one.headcounts), entries: months.flatMap((one) => one.entries),
  }
}

export const october = Date.parse('2017-10-01T01:00:00.000Z')
/** So many different people, one each. */
export function crowd(size: number, from = 0): Record<string, number> {
  return Object.fromEntries(Array.from({ length: size }, (_, index) => [`p${from + index}`, 1]))
}
