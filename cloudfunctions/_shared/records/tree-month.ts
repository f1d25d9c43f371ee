/** A whole tree's month as its kept rooms and its entries make it: what kept totals are counted from. */
import { command } from '../cloud'
import { monthOfCounted, type Month } from '../rules/figures'
import type { Scope } from '../rules/held-sessions'
import { idsOf, type Members } from './campaign-members'
import { events, type EventRecord } from './events'
import { workEntries, type WorkEntryRecord } from './facts'
import { importedLines } from './imported'
import { roomsOf } from './session-rooms'

type CountedEvent = Pick<EventRecord, '_id' | (typeof eventFields)[number]>
type CountedEntry = Pick<WorkEntryRecord, '_id' | (typeof entryFields)[number]>

const eventFields = ['kind', 'title', 'placeName', 'path', 'countOnly', 'status', 'organisers', 'sessions', 'months'] as const
const entryFields = ['indicator', 'quantity', 'softness', 'on', 'month', 'path', 'withdrawn', 'rev', 'unitId'] as const

/** `entries`: as much of them as the sums need, with what opening them shows, or none. */
export type Reading = 'sums' | 'shown' | 'none'

/** Of a tree, or of a unit and all below it. `only`: what is a campaign's, to which nothing is brought over. */
export async function treeMonth(root: string, scope: Scope, entriesAre: Reading = 'sums', only: Members | null = null): Promise<Month> {
  const [held, entries, imported] = await Promise.all([
    only ? events.among(idsOf(only, 'event'), eventsIn(root, scope.month), eventFields) : eventsOfMonth(root, scope.month),
    entriesOf(root, scope.month, entriesAre, only),
    only ? [] : importedLines(root, { from: scope.month, to: scope.month }),
  ])
  const isNeeded = (event: CountedEvent, month: string) => month === scope.month || (event.kind === 'training_class' && month < scope.month)
  const ids = held.flatMap((event) => event.sessions.filter((session) => isNeeded(event, session.month)).map((session) => session.id))
  const kept = await roomsOf(ids)
  const sessions = new Map([...kept].flatMap(([id, { counted }]) => (counted ? [[id, counted] as const] : [])))
  return { ...monthOfCounted({ events: held, entries, sessions }, scope), imported }
}

/** Published events of a tree with a session in that month. */
export function eventsOfMonth(root: string, month: string): Promise<CountedEvent[]> {
  return events.all(eventsIn(root, month), 500, eventFields) as Promise<CountedEvent[]>
}

const eventsIn = (root: string, month: string) => ({ status: 'published', lastOn: command.gte(`${month}-01`), firstOn: command.lte(`${month}-31`), months: month, path: root })

async function entriesOf(root: string, month: string, reading: Reading, only: Members | null): Promise<CountedEntry[]> {
  if (reading === 'none') return []
  const fields = reading === 'shown' ? [...entryFields, 'note', 'loggedAt'] : entryFields
  return only ? workEntries.among(idsOf(only, 'entry'), { month, path: root }, fields) : workEntries.all({ month, path: root }, 1000, fields)
}
