/** Who is not known to have seen the last news of an event: notices not seen in the app, of those whose registration still stands. */
import { command, db } from '../cloud'
import type { NoticeRecord } from './notices'
import type { RegistrationRecord } from './registrations'

/** `what`: the change, or the calling off. */
export interface News { eventId: string; kind: 'changed' | 'cancelled'; what: string }

export type UnseenRecord = Pick<NoticeRecord, 'about' | 'sent'> & Pick<RegistrationRecord, 'callName' | 'building' | 'phoneMask'>

/** How many they are, by event; 0 is absent. One aggregate with one join, however many they are. */
export async function unseenCountsOf(news: readonly News[]): Promise<Map<string, number>> {
  if (news.length === 0) return new Map()
  const { list } = (await standingUnseen(news)
    .group({ _id: '$eventId', people: command.aggregate.sum(1) })
    .limit(news.length)
    .end()) as unknown as { list: { _id: string; people: number }[] }
  return new Map(list.map(({ _id, people }) => [_id, people]))
}

/** Who they are: first whom WeChat did not reach either. `most`: 2,000 of them stay below 1 MB. */
export async function unseenOf(news: News, most: number): Promise<UnseenRecord[]> {
  const { aggregate } = command
  const made = (field: string) => aggregate.arrayElemAt([`$made.${field}`, 0])
  const { list } = (await standingUnseen([news])
    .project({ _id: 0, about: 1, sent: 1, carried: aggregate.eq(['$sent', 'sent']), callName: made('callName'), building: made('building'), phoneMask: made('phoneMask') })
    .sort({ carried: 1, about: 1 })
    .limit(most)
    .project({ carried: 0 })
    .end()) as unknown as { list: UnseenRecord[] }
  return list
}

/** With their registration as `made`; who left is not among them. */
function standingUnseen(news: readonly News[]) {
  // Ids of changes are letters, digits and dashes: nothing in them means anything in a pattern.
  const asked = news.map(({ eventId, kind, what }) => ({ eventId, kind, seenAt: null, _id: new RegExp(`:${kind}:${what}$`) }))
  return db.collection('notices').aggregate()
    .match(command.or(asked))
    .project({ eventId: 1, about: 1, sent: 1, registration: command.aggregate.concat(['$eventId', ':', '$about']) })
    .lookup({ from: 'registrations', localField: 'registration', foreignField: '_id', as: 'made' })
    .match({ 'made.status': command.in(['confirmed', 'waitlisted']) })
}
