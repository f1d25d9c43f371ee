/** What a figure counts, one by one: the values of what opens add up to the figure (人数 excepted). Pure. */
import { figureCatalogue } from './figure-catalogue'
import { entriesOf, openings, sessionsOf, type Month } from './figures'
import type { EntryFacts, HeldSession } from './held-sessions'
import { compare } from './presence'

export interface Opened {
  sessions: { held: HeldSession; value: number | null }[]
  entries: EntryFacts[]
}

/** null: there is no figure of this name. */
export function openFigure(name: string, month: Month): Opened | null {
  const counts = figureCatalogue.find((definition) => definition.name === name)?.counts
  if (!counts) return null
  if (counts.what === 'entries') {
    return { sessions: [], entries: entriesOf(month, counts.indicator).sort((a, b) => compare(a.on, b.on) || compare(a._id, b._id)) }
  }
  const list = (held: HeldSession[], value: (one: HeldSession) => number | null) => ({ sessions: held.map((one) => ({ held: one, value: value(one) })), entries: [] })
  if (counts.what === 'held' && counts.kind === 'training_class') return list(openings(month), () => 1)
  const sessions = sessionsOf(month, counts.kind)
  if (counts.what === 'held' || counts.what === 'sessions') return list(sessions, () => 1)
  if (counts.what === 'attendances') return list(sessions, (one) => one.room?.attendances ?? null)
  return list(sessions.filter((one) => one.personKeys.length > 0), (one) => one.personKeys.length)
}

