import { unseenChange, unseenCounts } from '../../contract/notices/unseen'
import { callingOff, findNoticedEvents, type NoticedEventRecord } from '../_shared/records/event-changes'
import { unseenAt, whatOf, type NoticeRecord } from '../_shared/records/notices'
import { registrationId, registrations } from '../_shared/records/registrations'
import type { Handler } from '../_shared/serve'

/** Three operations. */
export const handleUnseen: Handler<typeof unseenChange> = async ({ eventId }, { caller, refuse }) => {
  const event = (await findNoticedEvents([eventId])).get(eventId)
  if (!event || event.status === 'draft' || !caller.may(unseenChange.name, event.path)) return refuse('event-not-found')
  const change = lastChange(event)
  if (!change) return { change: null, telling: false, people: [] }
  const unseen = (await unseenAt([eventId])).filter(isAbout(change))
  const made = await registrations.findMany(unseen.map(({ about }) => registrationId(eventId, about)))
  const people = unseen.flatMap(({ about, sent }) => {
    const registration = made.get(registrationId(eventId, about))
    if (!registration || registration.status === 'cancelled') return []
    const { callName, building, phoneMask } = registration
    return [{ personKey: about, callName, building, phone: phoneMask, carried: sent === 'sent' }]
  })
  return { change: { at: change.at, what: change.what }, telling: event.untold, people: people.sort((a, b) => Number(a.carried) - Number(b.carried)) }
}

/** Three operations, however many events. */
export const handleUnseenCounts: Handler<typeof unseenCounts> = async ({ eventIds }, { caller }) => {
  const found = await findNoticedEvents(eventIds)
  const changes = [...found.values()].filter((event) => caller.may(unseenCounts.name, event.path)).flatMap((event) => {
    const change = lastChange(event)
    return change ? [{ eventId: event._id, change }] : []
  })
  if (changes.length === 0) return { counts: [] }
  const unseen = await unseenAt(changes.map(({ eventId }) => eventId))
  const meant = unseen.filter((notice) => changes.some(({ eventId, change }) => eventId === notice.eventId && isAbout(change)(notice)))
  const made = await registrations.findMany(meant.map(({ eventId, about }) => registrationId(eventId, about)))
  const stands = meant.filter(({ eventId, about }) => (made.get(registrationId(eventId, about))?.status ?? 'cancelled') !== 'cancelled')
  return { counts: changes.map(({ eventId }) => ({ eventId, people: stands.filter((notice) => notice.eventId === eventId).length })) }
}

interface LastChange { id: string; at: string; what: ('time' | 'place' | 'cancelled')[] }

/** The calling off, or else the newest change that people are told of. */
function lastChange({ status, cancellation, changes }: NoticedEventRecord): LastChange | null {
  if (status === 'cancelled') return cancellation && { id: callingOff, at: cancellation.at, what: ['cancelled'] }
  const told = changes.filter(({ what }) => what.includes('time') || what.includes('place'))
  const last = told[told.length - 1]
  return last ? { id: last.id, at: last.at, what: (['time', 'place'] as const).filter((one) => last.what.includes(one)) } : null
}

const isAbout = ({ id }: LastChange) => (notice: NoticeRecord) => whatOf(notice) === id
