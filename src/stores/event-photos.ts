/**
 * The photos of one event as its staff see them: how far each is seen, and wishes to show one or to take it back. A wish that does not
 * get through stays here and goes out again as it was; repeated, it does the same once.
 */
import { create } from './forgettable'
import type { Output } from '#contract/call'
import { listPhotos } from '#contract/evidence/list'
import { makePhotoPublic } from '#contract/evidence/make-public'
import { call } from './call'
import type { Failed } from './failure-words'

export type EventPhoto = Output<typeof listPhotos>['photos'][number]

/** `failed` is null while it is on its way. */
export interface ShowWish { shown: boolean; failed: Failed<typeof makePhotoPublic> | null }

interface EventPhotos {
  eventId: string | null
  photos: EventPhoto[] | null
  failed: Failed<typeof listPhotos> | null
  /** By photo. */
  wishes: Readonly<Record<string, ShowWish>>
}

const begin: EventPhotos = { eventId: null, photos: null, failed: null, wishes: {} }
export const useEventPhotos = create<EventPhotos>()(() => begin)

const { getState: get, setState: set } = useEventPhotos
/** What was asked before something changed here is no longer news. */
let asked = 0

/** `still`: only how far they are seen is wanted, and the addresses that the pictures have stay. */
export async function loadEventPhotos(eventId: string, still = false): Promise<void> {
  if (get().eventId !== eventId) set({ eventId, photos: null, wishes: {} })
  asked += 1
  const mine = asked
  const answer = await call(listPhotos, { of: { what: 'event', eventId } })
  if (mine !== asked) return
  if (!answer.ok) return set(still ? {} : { failed: answer })
  const before = new Map((get().photos ?? []).map((photo) => [photo.photoId, photo]))
  const photos = answer.value.photos.map((photo) => merged(photo, before.get(photo.photoId), still))
  // A wish whose answer was lost may have come true all the same.
  const open = Object.entries(get().wishes).filter(([photoId, one]) => one.failed === null || photos.some((photo) => photo.photoId === photoId && isShown(photo) !== one.shown))
  set({ failed: null, photos, wishes: Object.fromEntries(open) })
}

/** To everybody, or as soon as WeChat has looked. */
export function isShown({ shown }: EventPhoto): boolean {
  return shown === 'public' || shown === 'checking'
}

function merged(photo: EventPhoto, before: EventPhoto | undefined, still: boolean): EventPhoto {
  // Nobody here took it back: WeChat could not look at it.
  const shown = photo.shown === 'private' && (before?.shown === 'checking' || before?.shown === 'unanswered') ? 'unanswered' : photo.shown
  return { ...photo, shown, url: still && before ? before.url : photo.url }
}

/** Whoever wishes it shown has said that no child's face can be seen. */
export async function showPhoto(eventId: string, photoId: string, shown: boolean): Promise<void> {
  if (get().wishes[photoId]?.failed === null) return
  wish(photoId, { shown, failed: null })
  const answer = await call(makePhotoPublic, { eventId, photoId, public: shown, noChildSeen: shown })
  asked += 1
  if (answer.ok) {
    stands(photoId, answer.value.state)
    return wish(photoId, null)
  }
  if (answer.failure === 'not-fit-to-show') {
    stands(photoId, 'refused')
    return wish(photoId, null)
  }
  wish(photoId, { shown, failed: answer })
}

function stands(photoId: string, shown: EventPhoto['shown']) {
  set(({ photos }) => ({ photos: photos && photos.map((photo) => (photo.photoId === photoId ? { ...photo, shown } : photo)) }))
}

function wish(photoId: string, one: ShowWish | null) {
  const { [photoId]: _was, ...others } = get().wishes
  set({ wishes: one ? { ...others, [photoId]: one } : others })
}
