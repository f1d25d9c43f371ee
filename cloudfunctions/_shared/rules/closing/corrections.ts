/**
 * 更正 of a closed month: the difference between the facts as they are now and what was approved, session by session and entry by entry. What
 * was approved and its corrections together are the facts now. Pure.
 */
import type { CorrectionLine, Corrections, CorrectionWhy, Told } from '../../../../contract/reports/correction'
import { softnessOfSum } from '../../../../contract/totals/figure'
import { indicatorOf, type IndicatorName } from '../../../../contract/work/indicators'
import { figuresOfMonth, quantityOf, type Month } from '../figures'
import type { EntryFacts, HeldSession } from '../held-sessions'
import { importableNamed } from '../imported/importable'
import { valueOf, type ImportedLine } from '../imported/imported-figures'
import { compare } from '../presence'

/** Where an entry stands now, also one that has left the month. */
export interface EntryNow { withdrawn: boolean; rev: number; reason: string | null; /** The day that it was first about. */ firstOn: string }
export interface Named { unitName(path: readonly string[]): string; entryNow(id: string): EntryNow | null }

/** A first answer must fit a phone; the rest is a number. */
const listed = 200

/** Null: nothing came or changed. `asOf`: an instant, that of the facts. */
export function correctionsOf(scope: { month: string; asOf: string }, approved: Month, now: Month, named: Named): Corrections | null {
  const lines = [...sessionLines(approved, now, named), ...entryLines(approved, now, named), ...importedLinesOf(approved, now, named)]
    .sort((a, b) => compare(a.on, b.on) || compare(a.id, b.id))
  const figures = figureLines(approved, now)
  if (lines.length + figures.length === 0) return null
  return { ...scope, figures, lines: lines.slice(0, listed), notListed: Math.max(0, lines.length - listed) }
}

function figureLines(approved: Month, now: Month): Corrections['figures'] {
  const [before, after] = [approved, now].map((month) => new Map(figuresOfMonth(month).map((figure) => [figure.name, figure]))) as [Map<string, ReturnType<typeof figuresOfMonth>[number]>, Map<string, ReturnType<typeof figuresOfMonth>[number]>]
  return [...new Map([...before, ...after]).keys()].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)]
    const figure = was ?? is
    if (!figure || (was && is && was.value === is.value && was.softness === is.softness && was.uncounted === is.uncounted)) return []
    const { zh, unit, money } = figure
    const told = (one: typeof was): Told | null => (one ? { value: one.value, softness: one.softness } : null)
    return [{ name, zh, unit, ...(money && { money }), was: told(was), now: told(is) }]
  })
}

function sessionLines(approved: Month, now: Month, { unitName }: Named): CorrectionLine[] {
  return pairs(approved.held, now.held, ({ session }) => session.id).flatMap(([was, is]) => {
    if (was && is && saysOf(was) === saysOf(is)) return []
    const { event, session } = (was ?? is)!
    const told = (one: HeldSession | null): Told | null => one && { value: one.room?.attendances ?? null, softness: one.softness }
    return [{
      what: 'session', id: session.id, on: session.on, title: event.title, unitName: unitName(event.path), measure: '人次',
      was: told(was), now: told(is), why: whyOfSession(was, is), reason: null,
    }]
  })
}

function saysOf({ room, softness, personKeys }: HeldSession): string {
  return JSON.stringify([room && [room.signedIn, room.walkIns, room.unregistered, room.attendances], softness, [...personKeys].sort(compare)])
}

function whyOfSession(was: HeldSession | null, is: HeldSession | null): CorrectionWhy {
  if (!was) return 'late'
  if (!is) return 'taken-back'
  const people = (one: HeldSession) => (one.room ? one.room.attendances : -1)
  return people(is) > people(was) ? 'late' : people(is) < people(was) ? 'taken-back' : 'changed'
}

function entryLines(approved: Month, now: Month, { unitName, entryNow }: Named): CorrectionLine[] {
  return pairs(approved.entries, now.entries, (entry) => `${entry._id} ${entry.path.join('/')}`).flatMap(([was, is]) => {
    if (was && is && was.quantity === is.quantity && was.softness === is.softness && was.on === is.on) return []
    const entry = (is ?? was)!
    const { zh, unit, money } = indicatorOf(entry.indicator as IndicatorName)
    const current = entryNow(entry._id)
    return [{
      what: 'entry', id: entry._id, on: entry.on, title: zh, unitName: unitName(entry.path), measure: unit, ...(money && { money }),
      was: told(was), now: told(is), why: whyOfEntry(was, is, current), reason: current && current.rev > 1 ? current.reason : null,
    }]
  })
}

function importedLinesOf(approved: Month, now: Month, { unitName }: Named): CorrectionLine[] {
  return pairs(approved.imported ?? [], now.imported ?? [], ({ _id }) => _id).flatMap(([was, is]) => {
    if (was && is && was.hundredths === is.hundredths && was.softness === is.softness && was.overlap === is.overlap) return []
    const line = (is ?? was)!
    const what = importableNamed(line.indicator)
    if (!what) return []
    const says = (one: ImportedLine | null): Told | null => one && { value: valueOf(one.hundredths, what.money), softness: softnessOfSum([one.softness]) }
    return [{
      what: 'imported', id: line._id.slice(-64), on: `${line.period.slice(0, 7)}-01`, title: `${what.zh}（引用）`, unitName: unitName(line.path), measure: what.measure, ...(what.money && { money: what.money }),
      was: says(was), now: says(is), why: was && is ? 'changed' : is ? 'late' : 'withdrawn', reason: null,
    }]
  })
}

function told(entry: EntryFacts | null): Told | null {
  const quantity = entry && quantityOf(entry)
  return entry && { value: quantity?.value ?? null, softness: softnessOfSum(quantity ? [quantity.softness] : []) }
}

function whyOfEntry(was: EntryFacts | null, is: EntryFacts | null, current: EntryNow | null): CorrectionWhy {
  if (was && is) return 'changed'
  if (is) return current && current.firstOn.slice(0, 7) !== is.month ? 'other-day' : 'late'
  return current?.withdrawn ? 'withdrawn' : 'other-day'
}

function pairs<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): [T | null, T | null][] {
  const [was, is] = [before, after].map((all) => new Map(all.map((one) => [keyOf(one), one]))) as [Map<string, T>, Map<string, T>]
  return [...new Set([...was.keys(), ...is.keys()])].map((key) => [was.get(key) ?? null, is.get(key) ?? null])
}
