/**
 * The photos that wait on one phone. A photo lies on it, record and file, before its maker is told so, and leaves it on a receipt that
 * echoes its id and the hash of its bytes; killed anywhere in between, the next run goes on from there. Given a shelf, files and a line it runs
 * without a screen: `openPhotos(parts)`, `await start()`, `keep(...)`, `sendAll()`; what stands is in `store`.
 */
import { createStore } from 'zustand/vanilla'
import type { TiedTo } from '#contract/evidence/attach'
import { clear, photosOn, putOn, tidyUp, type PhotoFiles, type PhotoShelf } from './photos-on-phone'
import { nextStep, type PhotoLine } from './send-photo'
import { shown, type DrawnPhoto, type StoredPhoto, type Trouble, type WaitingPhoto } from './stored-photo'

export interface PhotoParts extends PhotoLine {
  shelf: PhotoShelf
  files: PhotoFiles
  /** personKey of who holds the phone, as last known; null: nobody has ever been known here. */
  owner(): string | null
  /** Does the work entry of this id still wait on the phone? Its photo follows it. */
  isEntryWaiting(entryId: string): boolean
  /** Asked before each photo: may it go out over the network that there is (Wi-Fi only)? */
  mayUpload(): Promise<boolean>
  /** The community has it, and it is no longer here. */
  onReceipt?(photo: WaitingPhoto): void
}

export interface PhotoQueueState {
  /** Everybody's on this phone, in the order they were taken. */
  photos: readonly WaitingPhoto[]
  /** Of the last round: why it ended early. `wifi-only`: it waits for Wi-Fi. null: it did not. */
  held: Trouble | null
}

export interface NewPhoto extends DrawnPhoto { recordId: string; tiedTo: TiedTo; title: string }

/** `no-room`: nothing was kept, and nothing old was dropped for it. */
export type Kept = { ok: true } | { ok: false; failure: 'no-room' | 'who-are-you' }

/** Bad lines fail one after the other; one bad photo fails alone. */
const mostFailuresOnEnd = 2
/** An upload that did not arrive whole is sent once more at once, then another time. */
const mostSteps = 6

export function openPhotos({ shelf, files, owner, isEntryWaiting, mayUpload, onReceipt, call, upload }: PhotoParts) {
  const store = createStore<PhotoQueueState>(() => ({ photos: [], held: null }))
  /** How often each failed in this run: who failed goes last, so that nobody waits behind them. */
  const failures = new Map<string, number>()
  let round: Promise<void> | null = null
  let started: Promise<void> | null = null
  let keeping: Promise<void> = Promise.resolve()

  const find = (recordId: string) => store.getState().photos.find((one) => one.recordId === recordId)
  const show = (photos: readonly WaitingPhoto[]) => store.setState({ photos })
  const change = (recordId: string, part: Partial<WaitingPhoto>) => show(store.getState().photos.map((one) => (one.recordId === recordId ? { ...one, ...part } : one)))

  /** Once a run, before anything else: what the last one left half done. */
  function start(): Promise<void> {
    started ??= tidyUp(shelf, files).then(() => show(photosOn(shelf).map(shown)))
    return started
  }

  /** Resolves once the photo lies on the phone; the same photo again is that photo. */
  function keep(photo: NewPhoto): Promise<Kept> {
    const kept = keeping.then(start).then(() => takeOver(photo))
    keeping = kept.then(() => undefined, () => undefined)
    return kept
  }

  async function takeOver({ path, ...photo }: NewPhoto): Promise<Kept> {
    const who = owner()
    if (who === null) return { ok: false, failure: 'who-are-you' }
    if (find(photo.recordId)) return { ok: true }
    const order = (store.getState().photos.at(-1)?.order ?? 0) + 1
    const record: StoredPhoto = { ...photo, order, owner: who, stored: false, fileId: null, elsewhere: null, evenSo: false, refused: null }
    if (!putOn(shelf, record)) return { ok: false, failure: 'no-room' }
    try {
      await files.keep(photo.recordId, path)
    } catch {
      await clear(shelf, files, photo.recordId)
      return { ok: false, failure: 'no-room' }
    }
    // Where there is no room for this word, the next start looks at the file and finds it whole.
    putOn(shelf, { ...record, stored: true })
    show([...store.getState().photos, shown({ ...record, stored: true })])
    return { ok: true }
  }

  /** All that may go and is this person's, one by one. One round at a time: whoever asks meanwhile waits for that one. */
  function sendAll(): Promise<void> {
    round ??= start().then(goRound).finally(() => { round = null })
    return round
  }

  async function goRound(): Promise<void> {
    let [onEnd, held] = [0, null as Trouble | null]
    for (const recordId of going()) {
      if (onEnd >= mostFailuresOnEnd) break
      if (!(await mayUpload())) {
        held = { failure: 'wifi-only' }
        break
      }
      held = await sendOne(recordId)
      onEnd = held ? onEnd + 1 : 0
    }
    store.setState({ held })
  }

  function going(): string[] {
    const who = owner()
    const tries = ({ recordId }: StoredPhoto) => failures.get(recordId) ?? 0
    return store.getState().photos
      .filter((one) => one.owner === who && one.state === 'waiting' && !(one.tiedTo.what === 'entry' && isEntryWaiting(one.tiedTo.entryId)))
      .sort((a, b) => tries(a) - tries(b) || a.order - b.order).map(({ recordId }) => recordId)
  }

  /** Why it did not get through; null: it did, or nobody can help it now. */
  async function sendOne(recordId: string): Promise<Trouble | null> {
    let trouble: Trouble = { failure: 'offline' }
    for (let steps = 0; steps < mostSteps; steps += 1) {
      const photo = find(recordId)
      // Let go of meanwhile.
      if (!photo || (photo.state !== 'waiting' && photo.state !== 'sending')) return null
      change(recordId, { state: 'sending', failed: null })
      const step = await nextStep(photo, { call, upload })
      if (!find(recordId)) return null
      if (step.is === 'receipted') {
        await forget(recordId)
        onReceipt?.(photo)
        return null
      }
      if (step.is === 'later') {
        trouble = step.trouble
        break
      }
      replace(recordId, step.is === 'refused' ? { refused: step.trouble } : step.change)
      if (step.is !== 'further') return null
    }
    const photo = find(recordId)
    if (photo?.fileId === null && (await isLost(photo))) {
      replace(recordId, { refused: { failure: 'file-lost' } })
      return null
    }
    failures.set(recordId, (failures.get(recordId) ?? 0) + 1)
    change(recordId, { state: 'waiting', failed: trouble })
    return trouble
  }

  /** A file that cannot be read just now is not lost. */
  function isLost({ recordId, sha256 }: StoredPhoto): Promise<boolean> {
    return files.hashOf(recordId).then((hash) => hash !== sha256, () => false)
  }

  /** Where there is no room even for that, the phone knows it until it starts anew, and then asks the community again. */
  function replace(recordId: string, part: Partial<StoredPhoto>): void {
    const one = find(recordId)
    if (!one) return
    const { state: _state, failed: _failed, ...photo } = { ...one, ...part }
    putOn(shelf, photo)
    show(store.getState().photos.map((other) => (other.recordId === recordId ? shown(photo) : other)))
  }

  async function forget(recordId: string): Promise<void> {
    show(store.getState().photos.filter((one) => one.recordId !== recordId))
    failures.delete(recordId)
    await clear(shelf, files, recordId)
  }

  return {
    store,
    start,
    keep,
    sendAll,
    /** 还是用这张: its worker knows that it stands elsewhere too. */
    useEvenSo: (recordId: string) => replace(recordId, { evenSo: true }),
    /** Out of the tray, to be sent once more, from the beginning. */
    putBack: (recordId: string) => replace(recordId, { refused: null, fileId: null }),
    /** For good, and only because its person says so: nothing else drops a photo without a receipt. */
    letGo: forget,
    /** Reads the phone anew: it was emptied. */
    async reload(): Promise<void> {
      await keeping
      await round
      started = null
      await start()
    },
  }
}
