/**
 * This phone's photos (photos.ts): they go out when they were taken, when an entry that they belong to has its receipt, when the network comes
 * back, when the app is looked at again, by a tap, and by themselves after growing pauses.
 */
import { useStore } from 'zustand'
import type { TiedTo } from '#contract/evidence/attach'
import { putAway, takeOut } from '../../platform/drawer'
import { isOnWifi } from '../../platform/network'
import { photoFiles, uploadPhoto } from '../../platform/photo-files'
import type { Photo } from '../../platform/photo'
import { shelf } from '../../platform/shelf'
import { onWake } from '../../platform/wakes'
import { call } from '../call'
import { dayOf } from '../calendar'
import { create, onForget } from '../forgettable'
import { useKnown } from '../known-person'
import { loadMe, useMe } from '../people'
import { newRecordId } from '../record'
import { clockOffset } from '../server-clock'
import { openPhotos, type Kept, type PhotoQueueState } from './photos'
import type { WaitingPhoto } from './stored-photo'
import { rememberUse, usedElsewhere, type Used } from './used-before'

const wifiDrawer = 'photos-wifi-only'

/** Photos wait for Wi-Fi: chosen by the worker, and kept on this phone. */
export const useWifiOnly = create<{ on: boolean }>()(() => ({ on: takeOut(wifiDrawer) === true }))

export function setWifiOnly(on: boolean): void {
  putAway(wifiDrawer, on)
  useWifiOnly.setState({ on })
  void sendPhotos()
}

let isEntryWaiting = (_entryId: string) => false
/** A photo follows its entry: whoever keeps entries says which of them the community does not have yet. */
export function photosFollow(isWaiting: (entryId: string) => boolean): void {
  isEntryWaiting = isWaiting
}

type Told = (photo: WaitingPhoto) => void
const told = new Set<Told>()
/** Whoever waits for receipts: the photo has just left the phone. */
export function onPhotoReceipt(tell: Told): () => void {
  told.add(tell)
  return () => void told.delete(tell)
}

/** Longer than 400 KB take on the worst line that still moves; in ms. */
const uploadPatience = 90_000

const photos = openPhotos({
  shelf,
  files: photoFiles,
  call,
  upload: (recordId, cloudPath) => Promise.race([
    uploadPhoto(recordId, cloudPath),
    new Promise<never>((_, reject) => { setTimeout(() => reject(new Error('timeout')), uploadPatience) }),
  ]),
  owner: () => useKnown.getState().person?.personKey ?? null,
  isEntryWaiting: (entryId) => isEntryWaiting(entryId),
  mayUpload: async () => !useWifiOnly.getState().on || isOnWifi(),
  onReceipt: (photo) => { for (const tell of told) tell(photo) },
})

export const { letGo: letPhotoGo } = photos

export function usePhotoQueue<T>(select: (state: PhotoQueueState) => T): T {
  return useStore(photos.store, select)
}
usePhotoQueue.getState = photos.store.getState

/** Resolves once the photo lies on this phone, and sends it on its way. */
export async function keepPhoto(photo: Photo, tiedTo: TiedTo, title: string): Promise<Kept> {
  const kept = await photos.keep({ ...photo, offsetMs: clockOffset(), recordId: newRecordId(), tiedTo, title })
  if (!kept.ok) return kept
  rememberUse(shelf, { sha256: photo.sha256, tiedTo, title, on: dayOf(new Date(Date.now() - clockOffset()).toISOString()) })
  // An entry of this moment is on its way to its own queue.
  if (tiedTo.what !== 'entry') void sendPhotos()
  return kept
}

/** Was this very picture chosen on this phone for something else? `tiedTo` null: for an entry that is not written yet. */
export function wasUsed(photo: Photo, tiedTo: TiedTo | null): Used | null {
  return usedElsewhere(shelf, photo.sha256, tiedTo)
}

/** What an earlier run left here is shown, and goes on its way. */
export async function startPhotos(): Promise<void> {
  await photos.start()
  // Whoever came straight to this page is not known yet, and may take a photo now.
  await loadMe()
  await sendPhotos()
}

/** The community has the entry: what was taken for it may go, also if it was ahead of it. */
export function entryIsSaved(entryId: string): Promise<void> {
  for (const { recordId, tiedTo, refused } of photos.store.getState().photos) {
    if (tiedTo.what === 'entry' && tiedTo.entryId === entryId && refused?.failure === 'entry-not-found') photos.putBack(recordId)
  }
  return sendPhotos()
}

/** Out of the tray, to be sent once more. */
export function putPhotoBack(recordId: string): Promise<void> {
  photos.putBack(recordId)
  return sendPhotos()
}

/** 还是用这张. */
export function takePhotoEvenSo(recordId: string): Promise<void> {
  photos.useEvenSo(recordId)
  return sendPhotos()
}

let pause: ReturnType<typeof setTimeout> | undefined
let pauses = 0
/** In seconds, each a little more or less. */
const longer = [3, 10, 30, 120, 600]

/** All that may go. What became of a try stands at the photos and in `held`. Never throws. */
export async function sendPhotos(): Promise<void> {
  clearTimeout(pause)
  await photos.start().catch(() => undefined)
  if (photos.store.getState().photos.length === 0) return
  // Who holds the phone now? Nobody sends what another took.
  await loadMe()
  const isKnown = useMe.getState().value !== null
  if (isKnown) await photos.sendAll().catch(() => undefined)
  else photos.store.setState({ held: { failure: 'offline' } })
  const waits = photos.store.getState().photos.some(({ state, failed }) => state === 'waiting' && (failed !== null || !isKnown))
  clearTimeout(pause)
  pauses = waits ? pauses + 1 : 0
  if (waits) pause = setTimeout(() => void sendPhotos(), (longer[Math.min(pauses, longer.length) - 1] ?? 600) * 1000 * (0.8 + Math.random() * 0.4))
}

onWake(() => { pauses = 0; void sendPhotos() })
onForget(() => void photos.reload())
