/** Notices beside the events and registrations that they are about: two reads, however many. */
import { findNoticedEvents, type NoticedEventRecord } from '../_shared/records/event-changes'
import { whatOf, type NoticeRecord } from '../_shared/records/notices'
import { registrationId, registrations, type RegistrationRecord } from '../_shared/records/registrations'
import { sessionOf } from '../_shared/rules/notice-sessions'

export interface NoticeAbout {
  notice: NoticeRecord
  event: NoticedEventRecord
  /** null: is not there any more. */
  registration: RegistrationRecord | null
  session: NoticedEventRecord['sessions'][number]
  what: ('time' | 'place')[]
}

/** In the order given; those whose event is not there are left out. `at`: now. */
export async function aboutThem(notices: readonly NoticeRecord[], at: string): Promise<NoticeAbout[]> {
  if (notices.length === 0) return []
  const [events, made] = await Promise.all([
    findNoticedEvents(notices.map(({ eventId }) => eventId)),
    registrations.findMany(notices.map(({ eventId, about }) => registrationId(eventId, about))),
  ])
  return notices.flatMap((notice): NoticeAbout[] => {
    const event = events.get(notice.eventId)
    if (!event) return []
    const registration = made.get(registrationId(notice.eventId, notice.about)) ?? null
    const change = event.changes.find(({ id }) => id === whatOf(notice))
    const session = sessionOf(event.sessions, { kind: notice.kind, what: whatOf(notice), sessions: registration?.sessions ?? null, moved: change?.sessions ?? [] }, at)
    return [{ notice, event, registration, session, what: (['time', 'place'] as const).filter((one) => change?.what.includes(one)) }]
  })
}
