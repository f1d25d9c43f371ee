/** The month of the oldest event or entry; null: there is none. */
import { events } from './events'
import { workEntries } from './facts'

export async function firstMonthOfFacts(): Promise<string | null> {
  const [event, entry] = await Promise.all([
    events.list({}, { orderBy: [['firstOn', 'asc']], limit: 1, fields: ['firstOn'] }), workEntries.list({}, { orderBy: [['month', 'asc']], limit: 1, fields: ['month'] }),
  ])
  return [event[0]?.firstOn.slice(0, 7), entry[0]?.month].filter((month): month is string => month !== undefined && month !== '').sort()[0] ?? null
}
