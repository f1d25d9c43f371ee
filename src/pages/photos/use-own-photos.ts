/** What waits of who holds the phone: on a laptop that several use nobody sees or drops what another took. */
import { useMemo } from 'react'
import { useKnown } from '../../stores/known-person'
import { usePhotoQueue } from '../../stores/photo-queue/photos-of-phone'
import type { WaitingPhoto } from '../../stores/photo-queue/stored-photo'

export function useOwnPhotos(): readonly WaitingPhoto[] {
  const all = usePhotoQueue(({ photos }) => photos)
  const me = useKnown(({ person }) => person?.personKey)
  return useMemo(() => all.filter(({ owner }) => owner === me), [all, me])
}
