import { makePhotoPublic } from '../../contract/evidence/make-public'
import { findEvent } from '../_shared/records/events'
import { addressesOf } from '../_shared/records/files'
import { findPhoto, hidePhoto, keepQuestion } from '../_shared/records/photos'
import { instant, minutes } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

/** An answer that has not come by then is lost. */
const patience = minutes(30)

export const handleMakePublic: Handler<typeof makePhotoPublic> = async (input, { caller, now, refuse }) => {
  const event = await findEvent(input.eventId)
  if (!event || !caller.may(makePhotoPublic.name, event.path)) return refuse('event-not-found')
  const photo = await findPhoto(input.photoId)
  if (!photo || photo.eventId !== event._id || photo.unsettled) return refuse('no-such-photo')
  if (!input.public) {
    await hidePhoto(photo._id)
    return { state: 'private' }
  }
  if (photo.public) return { state: 'public' }
  if (photo.asked?.refused) return refuse('not-fit-to-show')
  if (photo.asked && Date.parse(photo.asked.at) + patience > now) return { state: 'checking' }
  const address = (await addressesOf([photo.fileId])).get(photo.fileId)
  const traceId = address === undefined ? null : await caller.askAboutPicture(address)
  if (traceId === null) return refuse('cannot-be-checked')
  await keepQuestion(photo, { traceId, by: caller.personKey, at: instant(now), refused: false })
  return { state: 'checking' }
}
