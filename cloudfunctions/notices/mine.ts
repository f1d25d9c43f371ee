import type { myNotices } from '../../contract/notices/mine'
import { noticesTo } from '../_shared/records/notices'
import { instant } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'
import { aboutThem } from './about'

const most = 50

/** Three operations, however many there are. */
export const handleMine: Handler<typeof myNotices> = async (_input, { caller, now }) => {
  const found = await aboutThem(await noticesTo(caller.personKey, most), instant(now))
  return {
    notices: found.map(({ notice, event, registration, session, what }) => ({
      id: notice._id, kind: notice.kind, at: notice.at, seen: notice.seenAt !== null, eventId: event._id, title: event.title, startsAt: session.startsAt, endsAt: session.endsAt,
      placeName: event.placeName, status: event.status, what, reason: notice.kind === 'cancelled' ? event.cancellation?.reason ?? null : null,
      neighbour: notice.about === notice.to ? null : registration?.callName ?? '邻居',
    })),
  }
}
