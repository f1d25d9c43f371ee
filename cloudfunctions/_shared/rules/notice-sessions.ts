/** Which of the sessions that somebody comes to a notice is about. Pure. */
interface Session { id: string; on: string; startsAt: string; endsAt: string }

interface About {
  kind: 'evening-before' | 'changed' | 'cancelled' | 'promoted' | 'offered'
  /** The day, the change or the wish. */
  what: string
  /** `s1`, … that the person comes to; null: not known any more. */
  sessions: readonly string[] | null
  /** Sessions whose time the change moved. */
  moved: readonly string[]
}

const keyOf = ({ id }: Session) => id.slice(id.lastIndexOf('-') + 1)

/** The first of them that is not over; of those that are all over the last. `at`: now. Throws for an event without sessions. */
export function sessionOf<S extends Session>(all: readonly S[], { kind, what, sessions, moved }: About, at: string): S {
  const theirs = narrowed(all, (session) => sessions?.includes(keyOf(session)) ?? true)
  const meant = kind === 'evening-before' ? narrowed(theirs, ({ on }) => on === what) : narrowed(theirs, (session) => moved.includes(keyOf(session)))
  const session = meant.find(({ endsAt }) => endsAt > at) ?? meant[meant.length - 1]
  if (!session) throw new Error('event without a session')
  return session
}

/** Those that are meant; all, where none of them stands any more. */
function narrowed<S>(all: readonly S[], isMeant: (one: S) => boolean): readonly S[] {
  const meant = all.filter(isMeant)
  return meant.length > 0 ? meant : all
}
