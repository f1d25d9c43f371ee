/** Walk-ins and headcounts of a session, each under the device's record id. An undo may come before what it takes back. */
import { command } from '../cloud'
import { isSameClock, type Clocks } from '../rules/clocks'
import { auditUndo } from './audit'
import type { EventRecord, SessionRecord } from './events'
import { headcountRecord, headcounts, walkInRecord, walkIns, type HeadcountRecord, type Undone, type WalkInRecord } from './facts'
import { saidAt, type Times } from '../rules/attendance-window'
import type { TakenBack } from './attendance'
import { addFactOnce, countedOr, isLate, type Ahead } from './outcome-of-month'
import { inTransaction, type Transaction } from './transaction'

export type Kept = 'counted' | 'correction' | 'already-there' | 'record-id-taken' | 'check-in-closed'

interface Counts extends Times { _id: string; path: readonly string[]; people: number; source: string; by: string; clocks: Clocks; undone: Undone | null; line?: number | null; callName?: string | null; forgotten?: boolean; softness?: string; area?: string | null }

/** A name that comes after the closing, at which such names went, is not kept. */
export const keepWalkIn = (made: WalkInRecord, taken: Taken) => keep(walkIns, made, taken, made.callName === null ? made : { ...made, ...noName })
export const keepHeadcount = (made: HeadcountRecord, taken: Taken) => keep(headcounts, made, taken)

/** `open`: are new ones taken? */
export interface Taken { open: boolean; ahead: Ahead }

/** Written once under its id. What was taken once stays taken: a repeat is known also when nothing new is taken any more. */
async function keep<R extends Counts>(facts: { name: string; addOnce(record: R): Promise<{ added: boolean; record: R }>; find(id: string): Promise<R | null> }, made: R, { open, ahead }: Taken, whenLate = made): Promise<Kept> {
  const { added, record } = open ? await addFactOnce(facts, made, ahead, whenLate) : { added: null, record: await facts.find(made._id) }
  if (added) return added
  if (!record) return 'check-in-closed'
  return isTakenBackAhead(record) || saysTheSame(record, made) ? 'already-there' : 'record-id-taken'
}

/** A receipt for other content under a known id would let a device forget what was never kept. */
function saysTheSame(kept: Counts, made: Counts): boolean {
  return kept.people === made.people && saidAt(kept) === saidAt(made) && (kept.line ?? null) === (made.line ?? null) && kept.source === made.source && kept.by === made.by && isSameClock(kept.clocks, made.clocks)
    && (kept.callName === made.callName || kept.forgotten === true) && kept.softness === made.softness && kept.area === made.area
}

/** The undo came first and left a record of nobody. */
function isTakenBackAhead(kept: Counts): boolean {
  return kept.people === 0 && kept.undone !== null
}

/** What an undo takes with it: when it came, by the server's time, and the reports that decide whether it is late. */
interface Undoing { at: string; ahead: Ahead }

export async function undoWalkIn(event: EventRecord, session: SessionRecord, recordId: string, undone: Undone, undoing: Undoing): Promise<TakenBack> {
  const nothing = walkInRecord(event, session, { recordId, people: 0, callName: null, at: undone.at, source: 'tap', by: undone.by, clocks: undone.clocks })
  return undoOnce('walk-ins', nothing, undone, undoing.ahead, (transaction) => auditUndo(transaction, event, session, { of: 'walk-in', about: nothing._id, marks: 1 }, undone, undoing.at))
}

export async function undoHeadcount(event: EventRecord, session: SessionRecord, recordId: string, undone: Undone, undoing: Undoing): Promise<TakenBack> {
  const nothing = headcountRecord(event, session, { recordId, people: 0, softness: 'exact', area: null, at: undone.at, source: 'tap', by: undone.by, clocks: undone.clocks })
  return undoOnce('headcounts', nothing, undone, undoing.ahead, (transaction) => auditUndo(transaction, event, session, { of: 'headcount', about: nothing._id, marks: 1 }, undone, undoing.at))
}

export function walkInsAt(sessionIds: readonly string[]): Promise<WalkInRecord[]> {
  return walkIns.all({ sessionId: command.in([...sessionIds]) })
}

export function headcountsAt(sessionIds: readonly string[]): Promise<HeadcountRecord[]> {
  return headcounts.all({ sessionId: command.in([...sessionIds]) })
}

interface Undoable { _id: string; undone: Undone | null }

/** Not there yet: the place is taken by an undone record of nobody, so that what comes later is dead on arrival. */
function undoOnce<R extends Undoable>(collectionName: string, nothing: R, undone: Undone, ahead: Ahead, audit: (transaction: Transaction) => Promise<void>): Promise<TakenBack> {
  return inTransaction(async (transaction): Promise<TakenBack> => {
    const known = await transaction.find<R>(collectionName, nothing._id)
    if (known?.undone) return 'already-there'
    const late = await isLate(transaction, ahead)
    await audit(transaction)
    if (known) await transaction.update(collectionName, nothing._id, { undone: command.set(undone), toCount: true })
    else await transaction.add(collectionName, { ...nothing, undone })
    return countedOr(late)
  })
}

/** Of walk-ins that were written under one of these names and whose `path` is meant, the name goes; who came stays counted. */
export async function blankNamesAtTheDoor(names: readonly string[], isMeant: (path: readonly string[]) => boolean): Promise<void> {
  const written = (await walkIns.all({ callName: command.in([...names]) }, 1000, ['path'])).filter(({ path }) => isMeant(path))
  for (let i = 0; i < written.length; i += 100) {
    await walkIns.update({ _id: command.in(written.slice(i, i + 100).map(({ _id }) => _id)), callName: command.in([...names]) }, noName)
  }
}

/** Of the unit's month, those below it included, the names at the door go; who came stays counted. */
export async function blankNamesOfMonth({ unitId, month }: { unitId: string; month: string }): Promise<void> {
  await walkIns.update({ month, path: unitId, callName: command.neq(null) }, noName)
}

/** There was one. */
export const noName = { callName: null, eraseOn: null, forgotten: true } as const
