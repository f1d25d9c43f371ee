/**
 * The photos of one event as its staff see them: how far each is seen, and wishes to show one or to take it back. A wish that does not
 * get through stays here and goes out again as it was; repeated, it does the same once.
 */
import { create } from './forgettable'
import type { Output } from '#contract/call'
import type { attachPhoto } from '#contract/evidence/attach'
import { listPhotos } from '#contract/evidence/list'
import { makePhotoPublic } from '#contract/evidence/make-public'
import { call } from './call'
import { type PhotoDraft, sendPhoto } from './evidence'
import { mayHaveArrived, type Failed } from './failure-words'

export type EventPhoto = Output<typeof listPhotos>['photos'][number]

/** `failed` is null while it is on its way. */
export interface ShowWish { shown: boolean; failed: Failed<typeof makePhotoPublic> | null }
export interface NewPhoto { draft: PhotoDraft; state: 'chosen' | 'sending' | 'failed'; failed: Failed<typeof attachPhoto> | null }

interface EventPhotos {
  eventId: string | null
  photos: EventPhoto[] | null
  failed: Failed<typeof listPhotos> | null
  /** By photo. */
  wishes: Readonly<Record<string, ShowWish>>
  /** By event, one at a time each. */
  added: Readonly<Record<string, NewPhoto>>
}

const begin: EventPhotos = { eventId: null, photos: null, failed: null, wishes: {}, added: {} }
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

export function choosePhotoFor(eventId: string, draft: PhotoDraft | null) {
  add(eventId, draft && { draft, state: 'chosen', failed: null })
}

/** The chosen photo, or once more the one that did not get through. True once the community has it. */
export async function sendPhotoOf(eventId: string): Promise<boolean> {
  const one = get().added[eventId]
  if (!one || one.state === 'sending') return false
  add(eventId, { ...one, state: 'sending', failed: null })
  const { draft, answer } = await sendPhoto(one.draft, { what: 'event', eventId })
  add(eventId, answer.ok ? null : { draft, state: 'failed', failed: answer })
  return answer.ok
}

/** Did the community say no, so that only another photo helps? */
export function isHopeless(one: NewPhoto): boolean {
  return one.failed !== null && !mayHaveArrived(one.failed) && one.failed.failure !== 'upload-not-found' && one.failed.failure !== 'too-fast'
}

function stands(photoId: string, shown: EventPhoto['shown']) {
  set(({ photos }) => ({ photos: photos && photos.map((photo) => (photo.photoId === photoId ? { ...photo, shown } : photo)) }))
}

function wish(photoId: string, one: ShowWish | null) {
  const { [photoId]: _was, ...others } = get().wishes
  set({ wishes: one ? { ...others, [photoId]: one } : others })
}

function add(eventId: string, one: NewPhoto | null) {
  const { [eventId]: _was, ...others } = get().added
  set({ added: one ? { ...others, [eventId]: one } : others })
}
