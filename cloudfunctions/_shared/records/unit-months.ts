/**
 * `unit-months/<unit>:<month>`: what a unit's month adds up to, kept so that it can be shown at once. Derived, never typed: counted from the facts, or
 * taken from what was approved. `unit-months/state` says as of when all of them hold.
 */
import type { Corrections } from '../../../contract/reports/correction'
import type { Figure } from '../../../contract/totals/figure'
import type { UnitBrief } from '../../../contract/values'
import type { Values } from '../rules/unit-parts'
import { command } from '../cloud'
import { collection } from './collection'
import { inTurns } from './in-turns'

export interface KeptMonth {
  /** Without the month before, where the month is open; as approved, where it is closed. */
  figures: Figure[]
  /** The unit itself stands for 本级, then each unit right below it that has a fact. `unit`: as it was called when the month was closed; null: it is open. */
  parts: { unitId: string; values: Values; unit: UnitBrief | null }[]
  /** The unit's own closing: by its hash it is known whether these figures are still the approved ones. */
  closed: { at: string; n: number; hash: string } | null
  corrections: Corrections | null
}

export interface UnitMonthRecord {
  _id: string
  unitId: string
  month: string
  root: string
  /** The mark's `asked` that it was counted for: what was counted for an earlier one never takes its place. */
  asked: number
  /** Of everything that it was counted from. */
  input: string
  /** A `KeptMonth`: nobody asks the database for a part of it. */
  text: string
}

/** `unit-months/state`. */
export interface KeptState {
  _id: string
  /** How totals are kept; another number, and all of them are counted again. */
  version: number
  /** While everything is counted again: the next month to be marked; null: all are. */
  next: string | null
  /** What arrived until then is in. Null: not everything was counted yet, and nothing kept may be shown. */
  asOf: string | null
}

export const unitMonths = collection<UnitMonthRecord>('unit-months')
const states = unitMonths as unknown as ReturnType<typeof collection<KeptState>>

export const keptVersion = 3
const stateId = 'state'
export const unitMonthId = (unitId: string, month: string) => `${unitId}:${month}`

/** Kept months by id, and as of when they hold; null: count from the facts. One operation. */
export async function keptMonths(wanted: readonly { unitId: string; month: string }[]): Promise<{ asOf: string; months: Map<string, KeptMonth> } | null> {
  const found = await unitMonths.findMany([...wanted.map(({ unitId, month }) => unitMonthId(unitId, month)), stateId])
  const state = found.get(stateId) as unknown as KeptState | undefined
  found.delete(stateId)
  if (state?.version !== keptVersion || state.asOf === null) return null
  return { asOf: state.asOf, months: new Map([...found].map(([id, { text }]) => [id, JSON.parse(text) as KeptMonth])) }
}

export async function keptState(): Promise<KeptState | null> {
  const state = await states.find(stateId)
  return state?.version === keptVersion ? state : null
}

export const putState = (state: Omit<KeptState, '_id' | 'version'>): Promise<void> => states.put({ _id: stateId, version: keptVersion, ...state })

/** What each was counted from and for, and no more. */
export function keptInputs(root: string, month: string): Promise<Pick<UnitMonthRecord, '_id' | 'unitId' | 'input' | 'asked'>[]> {
  return unitMonths.all({ root, month }, 1000, ['unitId', 'input', 'asked'])
}

/** Each where nothing newer stands. `known`: ids that are there already. */
export async function keepMonths(records: readonly UnitMonthRecord[], known: ReadonlySet<string>): Promise<void> {
  const fresh = records.filter(({ _id }) => !known.has(_id))
  const changed = records.filter(({ _id }) => known.has(_id))
  for (let i = 0; i < fresh.length; i += perWrite) {
    const some = fresh.slice(i, i + perWrite)
    // One of them is there by now: each for itself.
    if ((await unitMonths.tryAddAll(some)) !== null) changed.push(...some)
  }
  await inTurns(changed, atOnce, putUnlessNewer)
}

const perWrite = 60
const atOnce = 16

async function putUnlessNewer(record: UnitMonthRecord): Promise<void> {
  const { _id, ...rest } = record
  const whole = Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, command.set(value)]))
  const put = () => unitMonths.update({ _id, asked: command.lte(record.asked) }, whole)
  if ((await put()) === 0 && !(await unitMonths.addOnce(record)).added) await put()
}
