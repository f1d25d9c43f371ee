/** Title and place of many events in one read: what a search looks through. */
import { command, db } from '../cloud'
import type { EventRecord } from './events'

export type EventWords = Pick<EventRecord, '_id' | 'title' | 'placeName'>

/** Titles and places as people write them stay below 1 MB (WeChat cloud's limit); where they do not, what fits at their full length is read. */
const most = 5000
const mostAtFullLength = 2900

/**
 * Of everything published with a day from … to: first what comes or goes on `today`, the nearest first; then what has been, the latest
 * first. `whole`: false where there are more events than one read brings: those that would stand last are missing.
 */
export async function wordsOfEvents(from: string, to: string, today: string, hosts: readonly string[] | undefined): Promise<{ words: EventWords[]; whole: boolean }> {
  const read = async (limit: number) => {
    const words = await nearestFirst({ status: 'published', ...(hosts && { hostUnit: command.in([...hosts]) }), lastOn: command.gte(from), firstOn: command.lte(to) }, today, limit + 1)
    return { words: words.slice(0, limit), whole: words.length <= limit }
  }
  // Too large an answer is refused by a code that the SDK hides.
  return read(most).catch(() => read(mostAtFullLength))
}

async function nearestFirst(where: Record<string, unknown>, today: string, limit: number): Promise<EventWords[]> {
  const { aggregate } = command
  const isOver = aggregate.lt(['$lastOn', today])
  const next = aggregate.cond([aggregate.gt(['$firstOn', today]), '$firstOn', today])
  const { list } = (await db.collection('events').aggregate()
    .match(where)
    .project({
      title: 1, placeName: 1,
      over: aggregate.cond([isOver, 1, 0]), next: aggregate.cond([isOver, '', next]),
      first: aggregate.cond([isOver, '', '$firstOn']), last: aggregate.cond([isOver, '$lastOn', '']),
    })
    .sort({ over: 1, next: 1, first: 1, last: -1, _id: 1 })
    .limit(limit)
    .project({ title: 1, placeName: 1 })
    .end()) as unknown as { list: EventWords[] }
  return list
}
