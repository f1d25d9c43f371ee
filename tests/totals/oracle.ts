/**
 * Counts a month a second time, from the documents as they lie in the database and by product.md alone: nothing of the product's rules is used here, so that
 * the kept totals, the rebuilt ones and the rules can be held against it.
 */
interface Timed { at: string; enteredAt?: string; recordId: string }
interface Session { id: string; startsAt: string; month: string; held: boolean }
interface Event { status: string; kind: string; path: string[]; countOnly: boolean; sessions: Session[] }
interface CheckIn { sessionId: string; personKey: string; marks: Record<string, Omit<Timed, 'recordId'> & { present: number }>; undone: Record<string, unknown> }
interface WalkIn extends Timed { sessionId: string; people: number; line?: number | null; undone: unknown }
interface Headcount extends Timed { sessionId: string; people: number; softness: string; area: string | null; undone: unknown }
interface Entry { _id: string; month: string; path: string[]; indicator: string; quantity: number | null; softness: string; withdrawn: boolean }

export interface Documents { events: Event[]; attendance: CheckIn[]; walkIns: WalkIn[]; headcounts: Headcount[]; entries: Entry[] }

/** One thing that counts: a session that was held, or an entry. */
export type Item =
  | { what: 'session'; id: string; path: string[]; kind: string; came: number | null; split: [number, number, number]; soft: string; keys: string[]; opens: boolean }
  | { what: 'entry'; id: string; path: string[]; indicator: string; quantity: number | null; soft: string }

export interface Cell { value: number | null; soft: string; uncounted: number; split?: [number, number, number]; unnamed?: number }
export type Cells = Record<string, Cell>

const after = (a: Timed, b: Timed) => (a.at !== b.at ? a.at > b.at : (a.enteredAt ?? a.at) !== (b.enteredAt ?? b.at) ? (a.enteredAt ?? a.at) > (b.enteredAt ?? b.at) : a.recordId > b.recordId)
const latest = <T extends Timed>(records: T[]): T | null => records.reduce<T | null>((best, one) => (best === null || after(one, best) ? one : best), null)

function presentOf(record: CheckIn): number | null {
  const live = Object.keys(record.marks).filter((id) => !(id in record.undone)).map((recordId) => ({ ...record.marks[recordId]!, recordId }))
  return latest(live)?.present ?? null
}

function walkedIn(records: WalkIn[]): number {
  const live = records.filter((one) => one.undone === null)
  const lines = [...new Set(live.map((one) => one.line ?? null).filter((line) => line !== null))]
  const standing = [...live.filter((one) => (one.line ?? null) === null), ...lines.map((line) => latest(live.filter((one) => one.line === line))!)]
  return standing.reduce((sum, one) => sum + one.people, 0)
}

function counted(records: Headcount[]): { people: number; soft: string[] } | null {
  const live = records.filter((one) => one.undone === null)
  const last = latest(live)
  if (!last) return null
  if (last.area === null) return { people: last.people, soft: [last.softness] }
  const areas = [...new Set(live.map((one) => one.area).filter((area) => area !== null))].map((area) => latest(live.filter((one) => one.area === area))!)
  return { people: areas.reduce((sum, one) => sum + one.people, 0), soft: areas.map((one) => one.softness) }
}

/** 余 when all that is soft is 余, 多 or 上千; otherwise 约. */
export function softOf(parts: string[]): string {
  const soft = parts.filter((one) => one !== 'exact')
  return soft.length === 0 ? 'exact' : soft.every((one) => ['over', 'many', 'thousand'].includes(one)) ? 'over' : 'about'
}

function heldSession(event: Event, session: Session, documents: Documents, now: number): Item | null {
  if (event.status !== 'published' || Date.parse(session.startsAt) > now) return null
  const of = <T extends { sessionId: string }>(all: T[]) => all.filter((one) => one.sessionId === session.id)
  const inside = of(documents.attendance).flatMap((one) => { const present = presentOf(one); return present === null ? [] : [{ key: one.personKey, present }] })
  const liveWalkIns = of(documents.walkIns).filter((one) => one.undone === null)
  const headcount = counted(of(documents.headcounts))
  const anyFact = inside.length > 0 || liveWalkIns.length > 0 || headcount !== null
  if (!anyFact && !session.held) return null
  const base = { what: 'session' as const, id: session.id, path: event.path, kind: event.kind, keys: event.countOnly ? [] : inside.map(({ key }) => key), opens: false }
  if (!anyFact) return { ...base, came: null, split: [0, 0, 0], soft: 'exact' }
  const signedIn = inside.reduce((sum, one) => sum + one.present, 0)
  const walked = walkedIn(of(documents.walkIns))
  const recorded = signedIn + walked
  const came = headcount && headcount.people > recorded ? headcount.people : recorded
  return { ...base, came, split: [signedIn, walked, came - recorded], soft: headcount && headcount.people >= recorded ? softOf(headcount.soft) : 'exact' }
}

/** Everything that counts in the month, of the whole tree. */
export function itemsOf(documents: Documents, month: string, now: number): Item[] {
  const sessions = documents.events.flatMap((event) => {
    const held = [...event.sessions].sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.id < b.id ? -1 : 1)).flatMap((session) => {
      const item = heldSession(event, session, documents, now)
      return item ? [{ item, month: session.month }] : []
    })
    return held.filter((one) => one.month === month).map(({ item }) => ({ ...item, opens: held[0]?.item.id === item.id }))
  })
  const entries = documents.entries.filter((one) => one.month === month && !one.withdrawn).map((one): Item => ({
    what: 'entry', id: one._id, path: one.path, indicator: one.indicator, quantity: one.quantity, soft: one.indicator === 'people_reached' && one.softness === 'exact' ? 'about' : one.softness,
  }))
  return [...sessions, ...entries]
}

/** What the items add up to, by figure name; a figure without any is absent. */
export function cellsOf(items: Item[]): Cells {
  const cells: Cells = {}
  const sessions = items.filter((one) => one.what === 'session')
  const people = (name: string, some: typeof sessions) => {
    const keys = some.flatMap((one) => one.keys)
    const all = some.reduce((sum, one) => sum + (one.came ?? 0), 0)
    if (keys.length > 0) cells[name] = { value: new Set(keys).size, soft: 'exact', uncounted: 0, unnamed: all - keys.length }
  }
  for (const kind of new Set(sessions.map((one) => one.kind))) {
    const some = sessions.filter((one) => one.kind === kind)
    const held = kind === 'training_class' ? some.filter((one) => one.opens).length : some.length
    if (held > 0) cells[`${kind}_held`] = { value: held, soft: 'exact', uncounted: 0 }
    if (kind === 'training_class') cells.training_class_sessions = { value: some.length, soft: 'exact', uncounted: 0 }
    const rooms = some.filter((one) => one.came !== null)
    const add = (part: 0 | 1 | 2) => rooms.reduce((sum, one) => sum + one.split[part], 0)
    if (rooms.length > 0) cells[`${kind}_attendances`] = { value: rooms.reduce((sum, one) => sum + one.came!, 0), soft: softOf(rooms.map((one) => one.soft)), uncounted: 0, split: [add(0), add(1), add(2)] }
    people(`${kind}_attendees`, some)
  }
  people('attendees', sessions)
  const entries = items.filter((one) => one.what === 'entry')
  for (const indicator of new Set(entries.map((one) => one.indicator))) {
    const some = entries.filter((one) => one.indicator === indicator)
    const quantities = some.filter((one) => one.quantity !== null)
    cells[indicator] = {
      value: quantities.length > 0 ? quantities.reduce((sum, one) => sum + one.quantity!, 0) : null,
      soft: softOf(quantities.map((one) => one.soft)), uncounted: some.length - quantities.length,
    }
  }
  return cells
}
