import type { posterCode } from '../../contract/events/poster-code'
import { findEvent } from '../_shared/records/events'
import { codePages, drawPageCode } from '../_shared/records/page-codes'
import { keepPosterCode, posterCodeOf } from '../_shared/records/poster-codes'
import type { Handler } from '../_shared/serve'


/** The scene is the event's id, which is made short enough for it (contract/events/create.ts). Drawn once, then read. */
export const handlePosterCode: Handler<typeof posterCode> = async ({ eventId }, { refuse }) => {
  const event = await findEvent(eventId)
  if (event?.status !== 'published') return refuse('event-not-found')
  return { picture: (await posterCodeOf(eventId)) ?? (await keepPosterCode(eventId, await drawPageCode(codePages.event, eventId))) }
}
