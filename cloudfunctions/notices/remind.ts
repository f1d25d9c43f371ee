/** The evening before: from 18:00 in Shanghai on, each who has places at a session of the next day, once. Who registers later knows. */
import { eventsToRemindOf, reminded } from '../_shared/records/event-changes'
import { sessionKey, type EventRecord } from '../_shared/records/events'
import { dayAfter, dayOf, hours, instant } from '../_shared/rules/calendar'
import { noticeAll } from './tell-changes'

/** 18:00 of a day in Shanghai, in ms. */
const eveningOf = (day: string) => Date.parse(`${day}T10:00:00.000Z`)
/** Nobody is told at night. */
const lasts = hours(4)
const eventsPerRun = 40

export async function remind(now: number): Promise<void> {
  const today = dayOf(now)
  const evening = eveningOf(today)
  if (now < evening || now >= evening + lasts) return
  const tomorrow = dayAfter(today, 1)
  const failed: unknown[] = []
  // One that cannot be told of keeps no other waiting; it is thrown, and so logged, when all the others were.
  for (const event of await eventsToRemindOf(tomorrow, eventsPerRun)) await remindOf(event, tomorrow, now).catch((error: unknown) => { failed.push(error) })
  if (failed.length > 0) throw failed[0]
}

async function remindOf(event: Pick<EventRecord, '_id' | 'sessions'>, tomorrow: string, now: number): Promise<void> {
  const keys = event.sessions.filter(({ on }) => on === tomorrow).map(({ id }) => sessionKey(id))
  const before = instant(eveningOf(dayOf(now)))
  const isMeant = ({ sessions, registeredAt }: { sessions: string[]; registeredAt: string }) => registeredAt <= before && sessions.some((key) => keys.includes(key))
  if (keys.length > 0) await noticeAll(event._id, { kind: 'evening-before', what: tomorrow, isMeant, confirmedOnly: true }, instant(now))
  await reminded(event._id, tomorrow)
}
