import type { publicPhotos } from '../../contract/evidence/public'
import { findEvent } from '../_shared/records/events'
import { addressesOf } from '../_shared/records/files'
import { publicPhotosOf } from '../_shared/records/photos'
import type { Handler } from '../_shared/serve'

const most = 50

export const handlePublic: Handler<typeof publicPhotos> = async ({ eventId }, { refuse }) => {
  const event = await findEvent(eventId)
  if (event?.status !== 'published') return refuse('event-not-found')
  const found = await publicPhotosOf(eventId, most)
  const addresses = await addressesOf(found.map(({ fileId }) => fileId))
  return { photos: found.flatMap(({ _id, fileId, width, height }) => {
    const url = addresses.get(fileId)
    return url === undefined ? [] : [{ photoId: _id, url, width, height }]
  }) }
}
