import type { pastEvents } from '../../contract/events/past'
import { linesPerPage, pastEventLines } from '../_shared/records/event-lists'
import { countPublicPhotos } from '../_shared/records/photos'
import { dayOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'
import { eventLine } from './search'

export const handlePast: Handler<typeof pastEvents> = async ({ hosts, after }, { now }) => {
  const [on = '', id = ''] = after?.split('|') ?? []
  const found = await pastEventLines(dayOf(now), hosts, after === undefined ? undefined : { on, id })
  const page = found.slice(0, linesPerPage)
  const last = page.at(-1)
  const photos = await countPublicPhotos(page.map(({ _id }) => _id))
  return { events: page.map((event) => ({ ...eventLine(event), photos: photos.get(event._id) ?? 0 })), after: last && found.length > page.length ? `${last.lastOn}|${last._id}` : null }
}
