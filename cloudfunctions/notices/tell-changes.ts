/** After a change or a calling off: the seat book follows the event, and each who registered or waits gets one notice a change. */
import { callingOff, everythingTold, toldOf, untoldEvents } from '../_shared/records/event-changes'
import type { EventChange, EventRecord } from '../_shared/records/events'
import { addNoticesOnce, findNotices, noticeRecord, type NoticeKind } from '../_shared/records/notices'
import { standingAt, type RegistrationRecord } from '../_shared/records/registrations'
import { followPlan } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'

const eventsPerRun = 20

export async function tellChanges(now: number): Promise<void> {
  const failed: unknown[] = []
  for (const event of await untoldEvents(eventsPerRun)) await tellOf(event, now).catch((error: unknown) => { failed.push(error) })
  if (failed.length > 0) throw failed[0]
}

async function tellOf(event: EventRecord, now: number): Promise<void> {
  await followPlan(event)
  for (const id of event.telling) {
    await noticeAll(event._id, { kind: id === callingOff ? 'cancelled' : 'changed', what: id, isMeant: meantBy(event, id) }, instant(now))
    await toldOf(event._id, id)
  }
  await everythingTold(event)
}

/** Of another time only those hear who come to a session that moved. */
function meantBy({ changes }: EventRecord, id: string): (registration: RegistrationRecord) => boolean {
  const change: EventChange | undefined = changes.find((one) => one.id === id)
  if (!change || change.what.includes('place')) return () => true
  return ({ sessions }) => sessions.some((key) => change.sessions.includes(key))
}

interface News { kind: NoticeKind; what: string; isMeant(registration: RegistrationRecord): boolean; confirmedOnly?: boolean }

/** Page by page; what is there already is left as it is, so that a broken run costs three operations for 200 people and no more. */
export async function noticeAll(eventId: string, { kind, what, isMeant, confirmedOnly = false }: News, at: string): Promise<void> {
  for (let after = ''; ; ) {
    const page = await standingAt(eventId, after)
    const meant = page.filter((one) => isMeant(one) && (!confirmedOnly || one.status === 'confirmed')).map((one) => noticeRecord(eventId, one, kind, what, at))
    if (meant.length > 0) {
      const there = await findNotices(meant.map(({ _id }) => _id))
      const missing = meant.filter(({ _id }) => !there.has(_id))
      if (missing.length > 0) await addNoticesOnce(missing)
    }
    const last = page[page.length - 1]
    if (page.length < 200 || !last) return
    after = last._id
  }
}
