/** The calling off of an event, or else the newest change that people are told of. */
import { callingOff } from './event-changes'
import type { EventRecord } from './events'
import type { News } from './unseen-notices'

export interface LastChange { id: string; at: string; what: ('time' | 'place' | 'cancelled')[] }

export function lastChange({ status, cancellation, changes }: Pick<EventRecord, 'status' | 'cancellation' | 'changes'>): LastChange | null {
  if (status === 'cancelled') return cancellation && { id: callingOff, at: cancellation.at, what: ['cancelled'] }
  const told = changes.filter(({ what }) => what.includes('time') || what.includes('place'))
  const last = told[told.length - 1]
  return last ? { id: last.id, at: last.at, what: (['time', 'place'] as const).filter((one) => last.what.includes(one)) } : null
}

export function newsOf(eventId: string, { id }: LastChange): News {
  return { eventId, kind: id === callingOff ? 'cancelled' : 'changed', what: id }
}
