/**
 * `session-rooms/<session>`: who was in a session, counted from its facts and kept. Derived: the facts are the truth. `asked` goes up whenever it has to be
 * counted again, and `open` says that it was not yet; whoever counts reads `asked` first, and what they write holds only while it still stands there.
 */
import { command } from '../cloud'
import type { CountedSession } from '../rules/held-sessions'
import { collection } from './collection'

export interface SessionRoomRecord {
  _id: string
  eventId: string
  asked: number
  open: boolean
  /** The run that counted it last; null: it was asked for again since. */
  run: string | null
  /** Null: not counted yet, or it never had a fact. */
  counted: CountedSession | null
}

export type RoomPlace = Pick<SessionRoomRecord, '_id' | 'eventId'>

const rooms = collection<SessionRoomRecord>('session-rooms')

/** From now on each has to be counted again. */
export async function askRooms(places: readonly RoomPlace[]): Promise<void> {
  const unique = [...new Map(places.map((place) => [place._id, place])).values()]
  const ask = (ids: readonly string[]) => rooms.update({ _id: command.in([...ids]) }, { asked: command.inc(1), open: true, run: null })
  for (let i = 0; i < unique.length; i += perWrite) {
    const some = unique.slice(i, i + perWrite)
    const known = new Set((await rooms.list({ _id: command.in(some.map(({ _id }) => _id)) }, { fields: ['open'] })).map(({ _id }) => _id))
    if (known.size > 0) await ask([...known])
    const fresh = some.filter(({ _id }) => !known.has(_id)).map((place): SessionRoomRecord => ({ ...place, asked: 1, open: true, run: null, counted: null }))
    if (fresh.length === 0 || (await rooms.tryAddAll(fresh)) === null) continue
    for (const room of fresh) if (!(await rooms.addOnce(room)).added) await ask([room._id])
  }
}

const perWrite = 200

export function openRooms(most: number): Promise<SessionRoomRecord[]> {
  return rooms.list({ open: true }, { fields: ['eventId', 'asked', 'open'], limit: most })
}

/** Nothing is written where it was asked for again since it was read. */
export async function keepRoom({ _id, asked }: SessionRoomRecord, counted: CountedSession | null, run: string): Promise<void> {
  await rooms.update({ _id, asked }, { counted: command.set(counted), run })
}

/**
 * Those of them that were counted since they were last asked for, by whichever run: two that count the same rooms in step would else keep each
 * other from closing any. Once what they change is marked.
 */
export async function closeRooms(ids: readonly string[]): Promise<void> {
  await rooms.update({ _id: command.in([...ids]), run: command.neq(null) }, { open: false })
}

/** Those that are kept, by session. Some may be `open`: then they are not as their facts are. */
export async function roomsOf(sessionIds: readonly string[]): Promise<Map<string, SessionRoomRecord>> {
  const found = await roomsAt(sessionIds)
  return new Map(found.map((room) => [room._id, room]))
}

/** `session-rooms/state`: the version by which every session that has a fact is kept or asked for; a session without a room has none. Beside the rooms, so that both are one operation. */
interface RoomsState { _id: string; version: number }
const stateId = 'state'

export const allRoomsAreAsked = (version: number): Promise<void> => (rooms as unknown as ReturnType<typeof collection<RoomsState>>).put({ _id: stateId, version })

/** null: not all of them are asked for by this version yet, and nothing kept may be counted. */
export async function roomsWhereAllAre(sessionIds: readonly string[], version: number): Promise<Map<string, SessionRoomRecord> | null> {
  if (sessionIds.length === 0) return new Map()
  const found = new Map((await roomsAt([stateId, ...sessionIds])).map((room) => [room._id, room]))
  const state = found.get(stateId) as unknown as RoomsState | undefined
  found.delete(stateId)
  return state?.version === version ? found : null
}

async function roomsAt(sessionIds: readonly string[]): Promise<SessionRoomRecord[]> {
  const parts = Array.from({ length: Math.ceil(sessionIds.length / perRead) }, (_, n) => sessionIds.slice(n * perRead, (n + 1) * perRead))
  const found = await Promise.all(parts.map((ids) => rooms.all({ _id: command.in(ids) }, 500, ['open', 'counted', 'version'])))
  return found.flat()
}

const perRead = 300
