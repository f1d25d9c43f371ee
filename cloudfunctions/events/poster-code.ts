import type { posterCode } from '../../contract/events/poster-code'
import { findEvent, keepPosterCode } from '../_shared/records/events'
import { keepFile, readUpload } from '../_shared/records/files'
import { pageCode, pictureAddress } from '../_shared/records/page-codes'
import type { Handler } from '../_shared/serve'

const eventPage = 'pages/resident/event/index'

/** Larger than any code that WeChat draws. */
const mostBytes = 400_000

/** The scene is the event's id, which is made short enough for it (contract/events/create.ts). Drawn once, then read. */
export const handlePosterCode: Handler<typeof posterCode> = async ({ eventId }, { refuse }) => {
  const event = await findEvent(eventId)
  if (event?.status !== 'published') return refuse('event-not-found')
  const kept = event.posterCode ? await readUpload(event.posterCode, mostBytes) : 'missing'
  if (typeof kept !== 'string') return { picture: pictureAddress(kept) }
  const picture = await pageCode(eventPage, eventId)
  // Always the same name: two who ask at once leave one file.
  await keepPosterCode(eventId, await keepFile(`poster-codes/${eventId}`, picture))
  return { picture: pictureAddress(picture) }
}
