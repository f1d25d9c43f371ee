/** Counts again who was in the sessions that were asked for, and marks the months that follow from it. */
import { countFacts } from '../records/counted-rooms'
import { findCountedEvents } from '../records/events'
import { askMonths, type RootMonth } from '../records/month-marks'
import { closeRooms, keepRoom, openRooms, type SessionRoomRecord } from '../records/session-rooms'
import { inTurns } from '../records/in-turns'

const perRun = 400
/** Sessions whose facts are read together. */
const together = 20
const atOnce = 8

/** How many rooms were counted; 0: none is open. Stops between batches once `isOver` says so. */
export async function keepRooms(run: string, isOver: () => boolean): Promise<number> {
  const open = await openRooms(perRun)
  let counted = 0
  for (let i = 0; i < open.length && !isOver(); i += together) {
    const batch = open.slice(i, i + together)
    await keepBatch(batch, run)
    counted += batch.length
  }
  return counted
}

async function keepBatch(batch: readonly SessionRoomRecord[], run: string): Promise<void> {
  const ids = batch.map(({ _id }) => _id)
  const [facts, events] = await Promise.all([countFacts(ids), findCountedEvents(batch.map(({ eventId }) => eventId))])
  await inTurns(batch, atOnce, (room) => keepRoom(room, facts.get(room._id) ?? null, run))
  await askMonths(batch.flatMap(({ _id, eventId }): RootMonth[] => {
    const event = events.get(eventId)
    const month = event?.sessions.find((session) => session.id === _id)?.month
    const root = event?.path[0]
    if (!event || month === undefined || root === undefined) return []
    // In which month a class opens follows from all its sessions.
    return (event.kind === 'training_class' ? event.months : [month]).map((one) => ({ root, month: one }))
  }))
  await closeRooms(ids)
}
