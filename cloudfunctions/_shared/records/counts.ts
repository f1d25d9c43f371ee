/** Walk-ins and headcounts of a session, each under the device's record id. An undo may come before what it takes back. */
import { command } from '../cloud'
import type { EventRecord, SessionRecord } from './events'
import { headcountRecord, headcounts, walkInRecord, walkIns, type HeadcountRecord, type Undone, type WalkInRecord } from './facts'

type Walked = Parameters<typeof walkInRecord>[2]
type Counted = Parameters<typeof headcountRecord>[2]

/** true: counted; false: known already (or taken back before it came). */
export async function addWalkIn(event: EventRecord, session: SessionRecord, walkIn: Walked): Promise<boolean> {
  return (await walkIns.addOnce(walkInRecord(event, session, walkIn))).added
}

export async function addHeadcount(event: EventRecord, session: SessionRecord, headcount: Counted): Promise<boolean> {
  return (await headcounts.addOnce(headcountRecord(event, session, headcount))).added
}

/** true: taken back now; false: it was already. */
export async function undoWalkIn(event: EventRecord, session: SessionRecord, recordId: string, undone: Undone): Promise<boolean> {
  const nothing = walkInRecord(event, session, { recordId, people: 0, callName: null, at: undone.at, source: 'tap', by: undone.by })
  return undoOnce(walkIns, nothing, undone)
}

export async function undoHeadcount(event: EventRecord, session: SessionRecord, recordId: string, undone: Undone): Promise<boolean> {
  const nothing = headcountRecord(event, session, { recordId, people: 0, softness: 'exact', area: null, at: undone.at, source: 'tap', by: undone.by })
  return undoOnce(headcounts, nothing, undone)
}

export function walkInsAt(sessionIds: readonly string[]): Promise<WalkInRecord[]> {
  return walkIns.all({ sessionId: command.in([...sessionIds]) })
}

export function headcountsAt(sessionIds: readonly string[]): Promise<HeadcountRecord[]> {
  return headcounts.all({ sessionId: command.in([...sessionIds]) })
}

interface Undoable { _id: string; undone: Undone | null }

/** Not there yet: the place is taken by an undone record of nobody, so that what comes later is dead on arrival. */
async function undoOnce<R extends Undoable>(facts: { addOnce(record: R): Promise<{ added: boolean }>; update(where: Record<string, unknown>, change: Record<string, unknown>): Promise<number> }, nothing: R, undone: Undone): Promise<boolean> {
  if ((await facts.update({ _id: nothing._id, undone: null }, { undone: command.set(undone) })) === 1) return true
  return (await facts.addOnce({ ...nothing, undone })).added || (await facts.update({ _id: nothing._id, undone: null }, { undone: command.set(undone) })) === 1
}
