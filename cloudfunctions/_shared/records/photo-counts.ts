/** How many 佐证照片 stand by each event or entry; those without any are absent. */
import { command } from '../cloud'
import { photos } from './facts'

export const countPhotosOfEvents = (ids: readonly string[]) => countBy('eventId', ids)
export const countPhotosOfEntries = (ids: readonly string[]) => countBy('entryId', ids)

async function countBy(field: 'eventId' | 'entryId', ids: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(ids)]
  const counts = new Map<string, number>()
  for (let i = 0; i < wanted.length; i += 200) {
    for (const photo of await photos.all({ [field]: command.in(wanted.slice(i, i + 200)), unsettled: command.neq(true) })) {
      const id = photo[field]
      if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return counts
}
