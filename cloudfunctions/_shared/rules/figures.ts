/**
 * The figures of a month (product.md, 人次 and 人数, exactly). A figure without a fact is absent; what was not counted
 * has the value null and is never 0. Pure.
 */
import { softnessOfSum, type Figure } from '../../../contract/totals/figure'
import type { Quantity } from './soft-sum'
import { indicatorOf, type IndicatorName } from '../../../contract/work/indicators'
import { previousMonth } from './calendar'
import { figureCatalogue, type FigureDefinition } from './figure-catalogue'
import { countedFacts, heldBefore, heldSessions, type CountedFacts, type EntryFacts, type Facts, type HeldSession, type Scope } from './held-sessions'
import { importedParts, withImported, type ImportedLine, type ImportedParts } from './imported/imported-figures'
import { sumOf } from './soft-sum'

export interface Month {
  held: readonly HeldSession[]
  /** Events whose first held session was in an earlier month. */
  openedBefore: ReadonlySet<string>
  /** Live entries of the month. */
  entries: readonly EntryFacts[]
  /** 引用数 of the month; absent: none. */
  imported?: readonly ImportedLine[]
}

export function monthOf(facts: Facts, scope: Scope): Month {
  return monthOfCounted(countedFacts(facts), scope)
}

export function monthOfCounted(facts: CountedFacts, scope: Scope): Month {
  return {
    held: heldSessions(facts, scope),
    openedBefore: new Set(heldBefore(facts, scope).map((one) => one.event._id)),
    entries: facts.entries.filter((entry) => entry.month === scope.month && !entry.withdrawn),
  }
}

/** In report order, with the month before by the same rules. */
export function figuresOf(facts: Facts, scope: Scope): Figure[] {
  return figuresBeside(monthOf(facts, scope), monthOf(facts, { ...scope, month: previousMonth(scope.month) }))
}

/** The same of two months that are counted already. */
export function figuresBeside(month: Month, monthBefore: Month): Figure[] {
  return besideFigures(figuresOfMonth(month), figuresOfMonth(monthBefore))
}

export function besideFigures(figures: readonly Figure[], figuresBefore: readonly Figure[]): Figure[] {
  const before = new Map(figuresBefore.map((figure) => [figure.name, figure]))
  return figures.map((figure) => {
    const previous = before.get(figure.name)
    return previous ? { ...figure, previous: amountOf(previous) } : figure
  })
}

/** What was counted, or else what was brought over for a time before there was anything to count. */
export function amountOf({ value, softness, imported }: Figure): Figure['previous'] {
  return (value === null ? null : { value, softness }) ?? imported ?? null
}

/** The same without the month before. */
export function figuresOfMonth(month: Month): Figure[] {
  return withImported(figureCatalogue.flatMap((definition) => figureOf(definition, month) ?? []), broughtOver(month))
}

/** 引用数 of the month, by the figure beside which they stand. */
export function broughtOver(month: Month): ImportedParts {
  return importedParts(month.imported ?? [], recordedIn(month))
}

/** Is there a figure of this name in the unit that a line is of, or below it? What its neighbours recorded says nothing of it. */
export function recordedIn({ held, openedBefore, entries }: Month): (name: string, of: Pick<ImportedLine, 'unitId'>) => boolean {
  const names = new Map<string, Set<string>>()
  return (name, { unitId }) => {
    let known = names.get(unitId)
    if (!known) {
      const part = { held: held.filter(({ event }) => event.path.includes(unitId)), openedBefore, entries: entries.filter(({ path }) => path.includes(unitId)) }
      names.set(unitId, known = new Set(figureCatalogue.flatMap((definition) => (figureOf(definition, part) ? [definition.name] : []))))
    }
    return known.has(name)
  }
}

function figureOf({ counts, ...named }: FigureDefinition, month: Month): Figure | null {
  const entries = counts.what === 'entries' ? entriesOf(month, counts.indicator) : []
  const sessions = counts.what === 'entries' ? [] : sessionsOf(month, counts.kind)
  // Most of the catalogue is not in a month.
  if (entries.length + sessions.length === 0) return null
  const bare = { ...named, softness: 'exact' as const, uncounted: 0, previous: null }
  if (counts.what === 'entries') {
    const quantities = entries.flatMap((entry) => quantityOf(entry) ?? [])
    const uncounted = entries.length - quantities.length
    return quantities.length === 0 ? { ...bare, value: null, uncounted } : { ...bare, ...sumOf(quantities), uncounted }
  }
  if (counts.what === 'held') return positive(bare, counts.kind === 'training_class' ? openings(month).length : sessions.length)
  if (counts.what === 'sessions') return positive(bare, sessions.length)
  const rooms = sessions.flatMap(({ room, softness }) => (room ? { ...room, softness } : []))
  const attendances = rooms.reduce((sum, room) => sum + room.attendances, 0)
  const softness = softnessOfSum(rooms.map((room) => room.softness))
  if (counts.what === 'attendees') {
    const keys = sessions.flatMap((one) => one.personKeys)
    return positive({ ...bare, unnamed: attendances - keys.length, unnamedSoftness: softness }, new Set(keys).size)
  }
  if (rooms.length === 0) return null
  const add = (part: 'signedIn' | 'walkIns' | 'unregistered') => rooms.reduce((sum, room) => sum + room[part], 0)
  return { ...bare, value: attendances, softness, split: { signedIn: add('signedIn'), walkIns: add('walkIns'), unregistered: add('unregistered') } }
}

function positive(figure: Omit<Figure, 'value'>, value: number): Figure | null {
  return value > 0 ? { ...figure, value } : null
}

/** Held sessions of a kind, or of all kinds. */
export function sessionsOf(month: Month, kind: string | null): HeldSession[] {
  return month.held.filter((one) => kind === null || one.event.kind === kind)
}

/** The first held session of each training class that opened in the month: a 期 counts once. */
export function openings(month: Month): HeldSession[] {
  const first = new Map<string, HeldSession>()
  for (const one of sessionsOf(month, 'training_class')) {
    if (!month.openedBefore.has(one.event._id) && !first.has(one.event._id)) first.set(one.event._id, one)
  }
  return [...first.values()]
}

export function entriesOf(month: Month, indicator: string): EntryFacts[] {
  return month.entries.filter((entry) => entry.indicator === indicator)
}

/** null: 未计数. Some indicators are never exact, whatever was typed. */
export function quantityOf(entry: EntryFacts): Quantity | null {
  if (entry.quantity === null) return null
  const isAlwaysSoft = indicatorOf(entry.indicator as IndicatorName).alwaysSoft === true
  return { value: entry.quantity, softness: isAlwaysSoft && entry.softness === 'exact' ? 'about' : entry.softness }
}
