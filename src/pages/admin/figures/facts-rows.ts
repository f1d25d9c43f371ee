/**
 * What a figure opens to, as rows. Says 和表里一样 only when the rows really add up to the figure; 人数 is counted, not
 * added, and says so instead.
 */
import type { Input, Output } from '#contract/call'
import type { listPhotos } from '#contract/evidence/list'
import type { figureFacts } from '#contract/totals/facts'
import { softnessOfSum } from '#contract/totals/figure'
import type { Softness } from '#contract/values'
import { clockOf, dayNumber, dayOf, weekdayOf } from '../../../stores/calendar'
import { printAmount, type Amount } from './figure-print'
import { figureRow } from './figure-rows'
import { barsOf, type Bar } from './trend'

export type Facts = Output<typeof figureFacts>
type Session = Facts['sessions'][number]
type Entry = Facts['entries'][number]
export type PhotosOf = Input<typeof listPhotos>['of']

export interface FactRow {
  key: string
  date: string
  weekday: string
  title: string
  /** Where and when; how it came about. */
  notes: string[]
  /** 未计数 in words where nothing was counted. */
  value: string
  counted: boolean
  photos: number
  photosOf: PhotosOf
}

export interface FactsView {
  title: string
  print: string | null
  unit: string
  uncounted: string | null
  rows: FactRow[]
  /** null for 人数, and where not every fact is listed. */
  sum: { print: string; same: boolean } | null
  counted: boolean
  notListed: number
  /** The figure in the last half year. */
  bars: Bar[]
}

/** `today`: which month is not over. */
export function factsView(facts: Facts, today: string): FactsView {
  const { figure, sessions, entries } = facts
  const money = figure.money === true
  const shown: Amount | null = figure.value === null ? null : { value: figure.value, softness: figure.softness }
  const people = /(^|_)attendees$/.test(figure.name)
  const sum = sumOf(sessions, entries)
  const row = figureRow(figure)
  return {
    title: row.fullLabel,
    print: shown === null ? null : printAmount(shown, money),
    unit: figure.unit,
    uncounted: row.uncounted,
    rows: [...sessions.map((session) => sessionRow(session, facts.unit.id)), ...entries.map((entry) => entryRow(entry, facts.unit.id, money))],
    sum: people || facts.notListed > 0 || shown === null
      ? null
      : { print: printAmount(sum, money), same: sum.value === shown.value && sum.softness === shown.softness },
    counted: people,
    notListed: facts.notListed,
    bars: barsOf(facts.trend, money, today.slice(0, 7)),
  }
}

function sessionRow(session: Session, unitId: string): FactRow {
  const day = dayOf(session.startsAt)
  const where = session.hostUnit.id === unitId ? '' : ` · ${session.hostUnit.name}`
  return {
    key: session.sessionId,
    date: String(dayNumber(day)),
    weekday: `周${weekdayOf(day)}`,
    title: session.title,
    notes: [`${clockOf(session.startsAt)}${where}`, splitWords(session)],
    value: session.value === null ? '未计数' : printAmount({ value: session.value, softness: session.softness ?? 'exact' }),
    counted: session.value !== null,
    photos: session.photos,
    photosOf: { what: 'event', eventId: session.eventId },
  }
}

/** 签到 18 + 未登记 4; a room that was only counted is 现场清点 22. */
export function splitWords(split: Pick<Session, 'signedIn' | 'walkIns' | 'unregistered' | 'unregisteredSoftness'>): string {
  const rest = printAmount({ value: split.unregistered, softness: split.unregisteredSoftness ?? 'exact' })
  if (split.signedIn === 0 && split.walkIns === 0) return split.unregistered === 0 ? '没有清点人数' : `现场清点 ${rest}`
  const parts = [['签到', split.signedIn, split.signedIn], ['现场登记', split.walkIns, split.walkIns], ['未登记', split.unregistered, rest]] as const
  return parts.filter(([, number]) => number > 0).map(([word, , print]) => `${word} ${print}`).join(' + ')
}

function entryRow(entry: Entry, unitId: string, money: boolean): FactRow {
  const title = entry.unit.id === unitId ? '本级' : entry.unit.name
  const notes = [entry.note, entry.rev > 1 ? '更正过' : null].filter((note): note is string => note !== null && note !== '')
  return {
    key: entry.id,
    date: String(dayNumber(entry.on)),
    weekday: `周${weekdayOf(entry.on)}`,
    title,
    notes,
    value: entry.quantity === null ? '未计数' : entryAmount(entry.quantity, entry.softness, money),
    counted: entry.quantity !== null,
    photos: entry.photos,
    photosOf: { what: 'entry', entryId: entry.id },
  }
}

function entryAmount(quantity: number, softness: Softness, money: boolean): string {
  const number = printAmount({ value: quantity, softness: 'exact' }, money)
  if (softness === 'thousand') return '上千'
  if (softness === 'over') return `${number}余`
  if (softness === 'many') return `${number}多`
  if (softness === 'near') return `近${number}`
  return softness === 'about' ? `约${number}` : number
}

function sumOf(sessions: readonly Session[], entries: readonly Entry[]): Amount {
  const counted = entries.filter((entry) => entry.quantity !== null)
  const parts: Softness[] = [...sessions.map((session) => session.softness ?? 'exact'), ...counted.map((entry) => entry.softness)]
  const value = sessions.reduce((sum, session) => sum + (session.value ?? 0), 0) + counted.reduce((sum, entry) => sum + (entry.quantity ?? 0), 0)
  return { value, softness: softnessOfSum(parts) }
}
