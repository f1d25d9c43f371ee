/** All that does not fit together in a month; contradictions first, hints last. Pure. */
import type { Finding } from '../../../../contract/totals/checks'
import type { UnitBrief } from '../../../../contract/values'
import { figureCatalogue } from '../figure-catalogue'
import type { EntryFacts } from '../held-sessions'
import { importableNamed } from '../imported/importable'
import { importedWithin, valueOf, type ImportedLine } from '../imported/imported-figures'
import type { KnownParty } from '../party'
import { imbalancesOf } from './balance'
import { morePeopleThanAttendances, unasked } from './imported-checks'
import { tooMany, type CheckedIn } from './parties'
import { unusual, type Logged } from './ten-times'

type Entry = Logged & Pick<EntryFacts, 'softness' | 'month' | 'path'>
interface Event { _id: string; kind: string; title: string; path: readonly string[]; sessions: readonly { id: string; on: string; month: string }[] }

export interface CheckSource {
  unit: UnitBrief
  month: string
  since: readonly Entry[]
  entries: readonly Entry[]
  earlier: readonly Entry[]
  imported: readonly ImportedLine[]
  events: readonly Event[]
  checkIns: readonly CheckedIn[]
  partyOf(checkIn: CheckedIn): KnownParty | null
  /** A grid has come under the unit this year: what it found before stands elsewhere, so a balance says less. */
  grown: boolean
}

export type FoundIn = Omit<Finding, 'unit'> & { unitId: string }

const weights = ['contradiction', 'question', 'hint'] as const

export function checksOf(source: CheckSource): FoundIn[] {
  const found = [...balances(source), ...parties(source), ...importedOnes(source), ...tenTimes(source)]
  return found.sort((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight))
}

const nowhere = { entry: null, session: null, imported: null, carried: null, against: null }

function named(name: string) {
  const what = importableNamed(name)
  return { figure: name, zh: what?.zh ?? '', measure: what?.measure ?? '', ...(what?.money && { money: what.money }) }
}

function balances({ unit, month, since, imported, grown }: CheckSource): FoundIn[] {
  return imbalancesOf({ unitId: unit.id, month, entries: since, imported }).map(({ kind, out, value, against, carried }) => ({
    ...nowhere, kind, weight: carried === null || grown ? 'hint' : 'contradiction', unitId: unit.id, ...named(out), value, against, carried,
  }))
}

function parties({ events, checkIns, partyOf }: CheckSource): FoundIn[] {
  const sessions = new Map(events.flatMap((event) => event.sessions.map((session) => [session.id, { event, session }] as const)))
  return tooMany(checkIns, partyOf, (sessionId) => sessionId.slice(sessionId.lastIndexOf('-') + 1)).flatMap(({ sessionId, present, party }) => {
    const at = sessions.get(sessionId)
    if (!at) return []
    return [{
      ...nowhere, kind: 'more-than-the-party', weight: 'contradiction', unitId: at.event.path.at(-1) ?? '', figure: null, zh: at.event.title, measure: '人',
      value: present, against: party, session: { eventId: at.event._id, sessionId, on: at.session.on },
    }]
  })
}

function importedOnes({ month, entries, events, imported }: CheckSource): FoundIn[] {
  const ofMonth = importedWithin(imported, { from: month, to: month })
  const counts = new Map(figureCatalogue.map((one) => [one.name, one.counts]))
  const isRecorded = ({ indicator, unitId }: ImportedLine) => {
    const what = counts.get(indicator)
    if (!what) return false
    if (what.what === 'entries') return entries.some((one) => one.indicator === indicator && one.path.includes(unitId))
    return events.some((event) => (what.kind === null || event.kind === what.kind) && event.path.includes(unitId))
  }
  const line = (one: ImportedLine) => ({ ...nowhere, unitId: one.unitId, ...named(one.indicator), imported: { period: one.period } })
  return [
    ...morePeopleThanAttendances(ofMonth).map(({ line: one, value, against }): FoundIn => ({ ...line(one), kind: 'people-over-attendances', weight: 'contradiction', value, against })),
    ...unasked(ofMonth, isRecorded).map((one): FoundIn => ({ ...line(one), kind: 'also-recorded', weight: 'question', value: valueOf(one.hundredths, importableNamed(one.indicator)?.money) })),
  ]
}

function tenTimes({ entries, earlier }: CheckSource): FoundIn[] {
  return unusual(entries, earlier).map(({ entry, quantity, usual }) => ({
    ...nowhere, kind: 'ten-times', weight: 'hint', unitId: entry.unitId, ...named(entry.indicator), value: quantity, against: usual, entry: { id: entry._id, on: entry.on },
  }))
}
